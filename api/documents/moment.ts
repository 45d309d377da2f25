export const isPast = (now: number, moment: Date | undefined): boolean => moment !== undefined && moment.getTime() <= now
export const isBefore = (now: number, moment: Date | undefined): boolean => moment !== undefined && moment.getTime() > now
