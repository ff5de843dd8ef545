// What is said no to where costs are shared.
import { refusals } from '@finsam/kernel';

export const refuse = refusals({
  'funding/no-shared-costs': { status: 404, text: 'Avtalet om delade kostnader finns inte.' },
  'funding/shared-costs-agreed': {
    status: 409,
    text: 'Avtalet finns redan med andra villkor. Avsluta det och anteckna det nya under ett eget namn.',
  },
  'funding/shared-costs-ended': { status: 409, text: 'Avtalet är redan avslutat med {month} genom ett annat beslut.' },
  'funding/shared-with-itself': { status: 422, text: 'Ett förbund delar inte kostnader med sig självt.' },
  'funding/ends-before-start': { status: 422, text: 'Avtalet kan inte sluta före sin första månad, {month}.' },
  'funding/cost-part-twice': { status: 422, text: 'Delen {part} står två gånger.' },
  'funding/not-the-seller': { status: 422, text: 'Kostnaderna finns hos den andra parten, som också fakturerar dem.' },
  'funding/no-address': { status: 404, text: 'Förbundet är inte registrerat. Registrera det först.' },
  'funding/month-invoiced': { status: 409, text: 'Kostnaderna är redan fakturerade till och med {month}.' },
  'funding/before-shared-costs': { status: 422, text: 'Avtalet börjar med {month}.' },
  'funding/after-shared-costs': { status: 422, text: 'Avtalet slutar med {month}.' },
  'funding/too-many-months': {
    status: 422,
    text: 'Underlaget skulle omfatta {months} månader; högst 12 går åt gången.',
  },
  'funding/nothing-to-invoice': { status: 409, text: 'Det finns inget att fakturera för {from}–{through}.' },
  'funding/no-such-basis': { status: 404, text: 'Underlaget finns inte bland det som har lämnats till förbundet.' },
  'funding/basis-not-as-sent': {
    status: 409,
    text: 'Underlaget är inte det som har lämnats. Läs inkorgen igen och ange dess kontrollsumma.',
  },
  'funding/basis-received': { status: 409, text: 'Underlaget är redan mottaget med annat innehåll eller beslut.' },
  'funding/no-agreement-to-buy': {
    status: 422,
    text: 'Det finns inget avtal {agreementId} om att köpa av det förbund som har lämnat underlaget.',
  },
});
