// What the arithmetic audit of the five documents has found, and what the rules say of it. Grade A: the figure does not
// follow, or the report contradicts itself. B: a label, a definition or a sign. C: rounding.
import type { DocumentName } from './documents';

/** By document: the audit's number → the rules that find it and their places. */
export const found: Readonly<Record<DocumentName, Readonly<Record<string, readonly string[]>>>> = {
  'delarsrapport-2024-h1': {
    '000-1': ['prognos-resultat resultatrakning/periodens-resultat/prognos'],
    '000-2': ['text Avsnitt 4: medlemsbidragen ökade till'],
  },
  'verksamhetsplan-2022': {},
  'delarsredovisning-2021': {
    '002-1': ['text Avsnitt 1.6: periodens resultat mot åtta månaders tilldelning'],
    '002-2': ['andel kostnadsfordelning/administration/andel', 'andel kostnadsfordelning/individ/andel'],
  },
  'arsredovisning-2023': {
    '003-1': ['orsaker-avslut deltagare/fia/avslutade'],
    '003-2': ['orsaker-avslut deltagare/totalt/avslutade'],
    '003-3': ['samma-uppgift bilaga-2/enter-kvinnor/uppgift'],
    '003-4': ['text Bilaga 2, Enter: med arbetsförmåga men inte i arbete eller studier'],
    '003-5': ['text Bilaga 1: minst 70 % bättre livskvalitet, uppfyllt'],
    '003-6': ['text Bilaga 2, KPF: svarande på enkäten'],
    '003-7': ['text Avsnitt 1.4: största delen till insatser som pågått mer än fem år'],
    '003-17': ['samma-uppgift femarsoversikt/verksamhetens-intakter/ar-1'],
    '003-23': ['text Not 3: Samverkansmodellen/KPF har överskridit sin budget'],
    '003-24': ['text Bilaga 2, IT-spåret: minst 90 % genomför utbildningen, uppfyllt'],
  },
  'delarsbokslut-2024-08': {
    '004-1': ['balans balansrakning/summa-eget-kapital-och-skulder/utfall'],
    '004-2': ['balans balansrakning/summa-eget-kapital-och-skulder/utfall-foregaende-ar'],
    '004-3': ['not-rad noter-balans/not-7-summa/utfall'],
    '004-4': ['not-rad noter-resultat/not-1-summa/utfall'],
    '004-5': [
      'summa noter-balans/not-3-summa/utfall',
      'not-rad noter-balans/not-3-summa/utfall',
      'not-rad noter-balans/not-3-summa/utfall-foregaende-ar',
    ],
    '004-6': ['not-rad noter-balans/not-4-summa/utfall-foregaende-ar'],
    '004-7': [
      'not-rad noter-balans/not-5-summa/utfall-foregaende-ar',
      'samma-uppgift noter-balans/not-5-arets-resultat/utfall-foregaende-ar',
    ],
    '004-8': ['andel driftredovisning/medlemsbidrag/forbrukad'],
    '004-10': ['drift-resultat driftredovisning/totalt-verksamhet/prognos'],
    '004-11': ['text Ekonomi: eget kapital vid årets slut'],
    '004-12': ['text Individinriktade insatser: andel som har nått målen'],
    '004-15': ['enhet tabell-4/tid/jan-dec-2022'],
    '004-16': ['etikett resultatrakning/*/utfall', 'etikett resultatrakning/*/utfall-foregaende-ar'],
    '004-17': ['text Avesta: resultat mot mål högre än för ett halvår sedan'],
    '004-21': ['text Sammanfattning: andelen något lägre än tidigare mätningar'],
  },
};

/** All 25 of grade A. */
export const gradeA: readonly string[] = [
  ...['000-1', '000-2', '002-1', '002-2'],
  ...['003-1', '003-2', '003-3', '003-4', '003-5', '003-6', '003-7', '003-23', '003-24'],
  ...['004-1', '004-2', '004-3', '004-4', '004-5', '004-6', '004-7', '004-8', '004-10', '004-11', '004-12', '004-21'],
];
