/** Something in the command that whoever typed it can mend. */
export class Wrong extends Error {}
