import { css } from 'lit';

/** As a media query: from here on the contents stand beside the page, and there is room for more. */
export const wideWindow = css`(min-width: 1200px)`;
