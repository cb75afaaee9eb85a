/** How many children the elements of MathML that count theirs must have. https://www.w3.org/TR/MathML3/chapter3.html#id.3.1.3.2 */
export const mathArity: Readonly<Record<string, number>> = {
  ...{ mfrac: 2, mroot: 2, msub: 2, msup: 2, msubsup: 3, munder: 2, mover: 2, munderover: 3 },
};

/** Elements of MathML that hold characters. */
export const mathTokens = new Set(["mi", "mn", "mo", "ms", "mtext"]);

/** Elements of MathML that hold others. */
export const mathLayout = new Set(
  "math mrow mfrac msqrt mroot mstyle merror mpadded mphantom menclose msub msup msubsup munder mover munderover mtable mtr mtd mspace".split(
    " ",
  ),
);

const length = /^-?\d*\.?\d+(?:em|ex|px|pt|%)?$/;
const truth = /^(?:true|false)$/;

/** Attributes of MathML worth keeping, with the form their values must have; colours and sizes of a page are not. */
export const mathAttributes: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  math: { alttext: /^/, display: /^(?:block|inline)$/ },
  menclose: { notation: /^[a-z ]+$/ },
  mfrac: { linethickness: length },
  mi: { mathvariant: /^[a-z-]+$/ },
  mn: { mathvariant: /^[a-z-]+$/ },
  mtext: { mathvariant: /^[a-z-]+$/ },
  mo: {
    stretchy: truth,
    fence: truth,
    separator: truth,
    largeop: truth,
    movablelimits: truth,
    form: /^(?:prefix|infix|postfix)$/,
  },
  mover: { accent: truth },
  munder: { accentunder: truth },
  mspace: { width: length },
  mstyle: { displaystyle: truth },
  mtd: { columnspan: /^[1-9]\d?$/, rowspan: /^[1-9]\d?$/ },
};
