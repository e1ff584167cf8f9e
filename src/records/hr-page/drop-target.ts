/** Takes files that are dropped anywhere on the page: beside the field for them a browser would open the file in place of the page. */
import { droppedFiles, type Dropped } from './dropped-files.ts';

export interface DropListener {
  give(dropped: Dropped): void;
  /** Whether files are held over the page. */
  setOver(isOver: boolean): void;
}

export function listenToDrops({ give, setOver }: DropListener): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    setOver(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) setOver(false);
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(give);
  });
}
