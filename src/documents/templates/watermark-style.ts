/** A word across every page, behind the text; a fixed element is printed anew on each. @param word letters and spaces only */
export const watermarkStyle = (word: string): string => `
body::before{content:"${word.replaceAll(/[^\p{L} ]/gu, "")}";position:fixed;inset:0;z-index:-1;display:flex;align-items:center;
justify-content:center;font-size:72pt;font-weight:700;color:#e3e3e3;transform:rotate(-35deg)}
`;
