/** The value of `hidden` for what is folded: the browser's own find in page looks into it, where it can, and tells by `beforematch`. */
export const FOLDED = 'onbeforematch' in HTMLElement.prototype ? 'until-found' : '';
