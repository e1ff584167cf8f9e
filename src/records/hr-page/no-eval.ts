/** Imported before any schema is made: the page's policy lets nothing be compiled, and zod would try. */
import { z } from 'zod';

z.config({ jitless: true });
