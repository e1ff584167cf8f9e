import { OwnPackagePage } from './page.ts';

const app = document.getElementById('app');
if (!app) throw new Error('The page has no place for its content.');
new OwnPackagePage(app).start();
