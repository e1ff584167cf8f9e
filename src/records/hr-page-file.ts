/** HR's page in the folder of the packages: the build writes it, and the preview shows it. */
export const HR_PAGE_FILE = 'aspa-ajokortti-suoritukset.html';
