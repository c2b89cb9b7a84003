import { words } from '../i18n/words.ts'

export const timeWords = words('time', {
  today: 'Today',
  yesterday: 'Yesterday',
  todayAt: 'Today, {time}',
  yesterdayAt: 'Yesterday, {time}',
  weekdayAt: '{weekday}, {time}',
  dateAt: '{date}, {time}',
  sunday: 'Sunday', monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday',
  day0: '{date} January', day1: '{date} February', day2: '{date} March', day3: '{date} April', day4: '{date} May', day5: '{date} June',
  day6: '{date} July', day7: '{date} August', day8: '{date} September', day9: '{date} October', day10: '{date} November', day11: '{date} December',
  withYear: '{date} {year}',
})
