/** The start page's script: offers only LMSs that take the chosen package, and remembers what was chosen last. */
const storageKey = 'aspa-preview-choice';
const form = document.querySelector<HTMLFormElement>('form[action="/launch"]');

if (form) {
  const course = form.elements.namedItem('package') as HTMLSelectElement;
  const profile = form.elements.namedItem('profile') as HTMLSelectElement;
  restore(form);
  const offer = (): void => {
    const standard = course.selectedOptions[0]?.dataset['standard'] ?? '';
    for (const option of profile.options) {
      option.disabled = !(option.dataset['standards'] ?? '').split(' ').includes(standard);
      option.hidden = option.disabled;
    }
    if (profile.selectedOptions[0]?.disabled ?? true) profile.value = [...profile.options].find((option) => !option.disabled)?.value ?? '';
  };
  offer();
  course.addEventListener('change', offer);
  form.addEventListener('submit', () => {
    const chosen = [...new FormData(form)].filter(([name]) => name !== 'fresh');
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(chosen)));
  });
}

function restore(target: HTMLFormElement): void {
  const kept = localStorage.getItem(storageKey);
  if (kept === null) return;
  for (const [name, value] of Object.entries(JSON.parse(kept) as Record<string, string>)) {
    const control = target.elements.namedItem(name);
    if (control instanceof RadioNodeList) control.value = value;
    else if (control instanceof HTMLSelectElement && [...control.options].some((option) => option.value === value)) control.value = value;
  }
}
