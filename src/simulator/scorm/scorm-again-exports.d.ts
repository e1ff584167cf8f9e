/** scorm-again's per-standard builds export by name what their type files call the default. */
declare module 'scorm-again/scorm12' {
  export const Scorm12API: new (settings: object) => unknown;
}
declare module 'scorm-again/scorm2004' {
  export const Scorm2004API: new (settings: object) => unknown;
}
declare module 'scorm-again/cross-frame-api' {
  export const CrossFrameAPI: new (origin: string, target: Window) => object;
}
export {};
