/** English texts, by kind of group. */
import type { Phrasebook, Phrases } from './phrases.ts';

/** Talk that is the same in every group. */
const EVERYWHERE: Omit<Phrases['texts'], 'insight' | 'crisis' | 'apology' | 'question'> = {
  light: [
    'Small red packet for everybody',
    'Quick poll: {thing} next?',
    'guess the number, I say {n}',
    'Who won the lucky draw?',
  ],
  ad: [
    '{thing} on offer, promo code SAVE{n}',
    'Partner deal on {thing}: promo code in the link',
    'Last {n} pieces of {thing}, promo code inside',
  ],
  notice: [
    'notice: {thing} is back, members first',
    'live session tonight at eight, all about {thing}',
    'sign up for the weekend meeting, {n} places',
    'flash sale at noon: {thing}',
  ],
  ugc: ['{thing}, day {n}: my results', 'checking in, day {n}', 'homework done: {thing}', 'photo of mine with {thing}'],
  chat: [
    'same here',
    'haha yes',
    'thank you!',
    'got mine yesterday, love it',
    'has anybody tried {thing} twice?',
    'good morning everyone',
    '{thing} works for me, {n} weeks now',
    'will look tonight',
    'not sure about {thing}',
    'so tired today',
  ],
  answer: [
    'yes, {thing} is fine for that',
    'done, you will hear within {n} hours',
    'try it with {thing} first',
    'it ships today',
  ],
  welcome: ['Welcome! Please read the rules on top', 'Welcome, ask anything'],
  spam: ['easy money, {word}, DM me', '{word}, only {n} left, DM me', 'agents wanted: {word}'],
  complaint: ['too many ads in here', 'nobody has replied for {n} minutes', 'my {thing} is not as described'],
  reassurance: [
    'we see it and are looking into {thing}',
    'sorry for the wait, an answer within {n} minutes',
    'send me your order number, please',
  ],
};

function phrases(
  things: readonly string[],
  own: Pick<Phrases['texts'], 'insight' | 'crisis' | 'apology' | 'question'>,
): Phrases {
  return { things, texts: { ...EVERYWHERE, ...own } };
}

export const ENGLISH: Phrasebook = {
  service: phrases(['the serum', 'the night cream', 'sunscreen', 'the cleanser', 'eye cream', 'the mask set'], {
    insight: [
      'Morning guide: how to layer {thing} on sensitive skin',
      '{thing} how-to: a pea-sized amount, T-zone last',
      'Ingredient cheat sheet for {thing}, part {n}',
    ],
    question: [
      'can I use {thing} while pregnant?',
      'when is {thing} back in stock?',
      'my order has not moved in {n} days?',
    ],
    crisis: ['{thing} gave me a rash', 'me too, this batch of {thing} is bad', 'I want my money back'],
    apology: [
      'We are sorry: this batch of {thing} is faulty. Sales stop now, everybody gets a full refund and a new one.',
    ],
  }),
  interest: phrases(['picture books', 'solid food', 'sleep training', 'the stroller', 'wooden toys', 'day care'], {
    insight: [
      '{thing} at {n} months, a short guide',
      '{thing} cheat sheet from our doctor',
      'how-to: {thing} without tears',
    ],
    question: [
      'when did you start with {thing}?',
      'any good {thing} around here?',
      'she wakes {n} times a night, normal?',
    ],
    crisis: ['the day care has closed, and our fees?', 'I paid for {n} lessons', 'who recommended them?'],
    apology: ['I recommended them and I am sorry. We pay the fees back first and go to court together.'],
  }),
  knowledge: phrases(
    ['decorators', 'pandas', 'generators', 'regular expressions', 'async', 'unit tests', 'list comprehensions'],
    {
      insight: [
        'Lesson {n}: a tutorial on {thing}',
        '{thing} cheat sheet, with {n} exercises',
        'Debugging guide: {thing}',
      ],
      question: [
        'TypeError with {thing}, any idea?',
        'is {thing} faster than a loop?',
        'exercise {n}: how do I begin?',
      ],
      crisis: ['the platform is down again', 'I paid and cannot watch lesson {n}', 'refund please'],
      apology: [
        'Sorry: the platform failed. It is fixed, every course runs {n} days longer, and you get a one-to-one lesson.',
      ],
    },
  ),
  conversion: phrases(['paper towels', 'detergent', 'the thermos', 'cotton sheets', 'mixed nuts', 'the air fryer'], {
    insight: [
      'Saving guide: {thing} first, then fill up to the discount',
      '{thing} how-to: compare by weight',
      '{n} kinds of {thing}, a cheat sheet',
    ],
    question: ['is {thing} coming back?', 'free shipping?', 'who pays for returns?'],
    crisis: ['{n} days and still not shipped', 'my {thing} came broken', 'nobody answers, refund'],
    apology: ['We are sorry: the warehouse was overrun. All ships tonight, and every order gets a coupon of {n}.'],
  }),
};
