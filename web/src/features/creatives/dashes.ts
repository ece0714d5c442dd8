/** Beside their colour the curves of compared creatives differ by their dashes: in print, too. */
export const dashes = ['0', '6 3', '2 3', '9 3 2 3', '16 4', '1 5', '9 3 2 3 2 3', '4 8']
