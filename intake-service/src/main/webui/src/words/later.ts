import { laterEn } from './later-en';
import { laterVi } from './later-vi';
import { learn } from './words';

// Imported by each room whose words these are.
learn({ vi: laterVi, en: laterEn });
