/**
 * Where the browser translates the page (Chrome, Edge), a `<font>` stands in the place of each text, in shadow roots too. Lit writes changed words into
 * what stands there as into a text: the page would go on telling the old ones, such as that her work is saved.
 */
Object.defineProperty(HTMLFontElement.prototype, 'data', {
  set(this: HTMLElement, words: string) {
    this.textContent = words;
  },
});
