/** The start page's script: offers only LMSs that take the chosen package, and remembers what was chosen last. */
const storageKey = 'aspa-preview-choice';
const form = document.querySelector<HTMLFormElement>('form[action="/launch"]');

if (form) {
  const course = form.elements.namedItem('package') as HTMLSelectElement;
  const profile = form.elements.namedItem('profile') as HTMLSelectElement;
  const all = [...profile.options];
  const offer = (): void => {
    const standard = course.selectedOptions[0]?.dataset['standard'] ?? '';
    const chosen = profile.value;
    const taking = all.filter((option) => (option.dataset['standards'] ?? '').split(' ').includes(standard));
    profile.replaceChildren(...taking);
    profile.value = (taking.find((option) => option.value === chosen) ?? taking[0])?.value ?? '';
  };
  restore(form, ['package']);
  offer();
  restore(form, ['learner', 'profile', 'mode', 'language', 'view']);
  course.addEventListener('change', offer);
  form.addEventListener('submit', () => {
    const chosen = [...new FormData(form)].filter(([name]) => name !== 'fresh');
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(chosen)));
  });
}

function restore(target: HTMLFormElement, names: readonly string[]): void {
  const kept = localStorage.getItem(storageKey);
  if (kept === null) return;
  const choice = JSON.parse(kept) as Readonly<Record<string, string>>;
  for (const name of names) {
    const control = target.elements.namedItem(name);
    const value = choice[name];
    if (value === undefined) continue;
    if (control instanceof RadioNodeList) control.value = value;
    else if (control instanceof HTMLSelectElement && [...control.options].some((option) => option.value === value)) control.value = value;
  }
}
