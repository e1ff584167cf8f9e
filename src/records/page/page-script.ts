/** The program of the page that the records are written as: its table of people, and room for the texts of its charts. */
import { fitCharts } from './fit-charts.ts';
import type { PageData } from './page-data.ts';
import { startPeopleList } from './people-list.ts';

startPeopleList(JSON.parse(document.getElementById('data')?.textContent ?? '') as PageData);
fitCharts();
