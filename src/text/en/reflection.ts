import type { Text } from '../text.ts';

export const reflection: Text['reflection'] = {};
