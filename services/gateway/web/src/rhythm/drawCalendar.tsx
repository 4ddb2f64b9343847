import type { Drawing } from "@/charts/types";
import { levelOf, monthSheets, placeInWeek, yearSheets, type CalendarDay, type CalendarSheet, type Level } from "@/lib/calendar";

export interface CalendarWords {
  month: (yearMonth: string) => string;
  monthAndYear: (yearMonth: string) => string;
  weekday: (place: number) => string;
  label: (day: CalendarDay) => string;
  href: (day: CalendarDay) => string;
}

interface Cell {
  day: CalendarDay;
  x: number;
  y: number;
}

const NARROW = 600;
const LABEL = 44;
const HEAD = 24;
const BETWEEN = 28;
const ABREAST = 3;
const GUTTER = 16;
const FILLED = 0.86;
const FEWEST_WEEKS_APART = 3;
const WIDEST = 30;
const LEVELS: readonly Level[] = [0, 1, 2, 3, 4, 5];

/** Weeks as columns, a sheet for up to a year; on a phone small months, three abreast. */
export function drawCalendar(days: CalendarDay[], framed: string | null, firstDay: number, words: CalendarWords, width: number): Drawing {
  const narrow = width < NARROW;
  const { cells, side, height, texts } = narrow ? layMonths(days, firstDay, words, width) : layYears(days, firstDay, words, width);
  const box = side * FILLED;
  const shapes = (
    <>
      {texts.map(({ key, x, y, text }) => <text key={key} className="start" x={x} y={y}>{text}</text>)}
      {LEVELS.map((level) => {
        const same = cells.filter(({ day }) => levelOf(day.ms) === level);
        return same.length > 0 && <path key={level} className={`day h${level}`} d={squares(same, box)} />;
      })}
      {cells.filter(({ day }) => day.date === framed).map(({ x, y }) => (
        <rect key="framed" className="framed" x={x - 1.5} y={y - 1.5} width={box + 3} height={box + 3} rx="4" />
      ))}
    </>
  );
  const marks = {
    count: cells.length,
    at: (index: number) => {
      const { day, x, y } = cells[index]!; // below count
      return { key: day.date, label: words.label(day), href: words.href(day), area: <rect x={x - 1} y={y - 1} width={side} height={side} rx="3" /> };
    },
    find: (x: number, y: number) => {
      const inside = (from: number, at: number) => at >= from - 1 && at < from - 1 + side;
      const index = cells.findIndex((cell) => inside(cell.x, x) && inside(cell.y, y));
      return index < 0 ? null : index;
    },
  };
  return { width, height, shapes, marks, step: narrow ? { across: 1, down: 7 } : { across: 7, down: 1 } };
}

/** All days of a level as one shape, with round corners. */
function squares(cells: readonly Cell[], side: number): string {
  const round = Math.min(3, side / 5);
  const edge = side - 2 * round;
  const corner = (across: number, down: number) => `a${round} ${round} 0 0 1 ${across} ${down}`;
  const outline = `h${edge}${corner(round, round)}v${edge}${corner(-round, round)}h${-edge}${corner(-round, -round)}v${-edge}${corner(round, -round)}z`;
  return cells.map(({ x, y }) => `M${x + round} ${y}${outline}`).join("");
}

interface Layout {
  cells: Cell[];
  side: number;
  height: number;
  texts: { key: string; x: number; y: number; text: string }[];
}

function layYears(days: CalendarDay[], firstDay: number, words: CalendarWords, width: number): Layout {
  const sheets = yearSheets(days);
  const weeks = Math.max(...sheets.map((sheet) => weekOf(sheet.days.length - 1, sheet, firstDay) + 1));
  const side = Math.min((width - LABEL) / weeks, WIDEST);
  const tall = HEAD + 7 * side;
  const texts: Layout["texts"] = [];
  const cells = sheets.flatMap((sheet, index) => {
    const top = index * (tall + BETWEEN);
    if (sheet.title) texts.push({ key: sheet.title, x: 0, y: top + 13, text: sheet.title });
    for (const row of [0, 2, 4, 6]) {
      const place = ((firstDay - 1 + row) % 7) + 1;
      texts.push({ key: `${sheet.title}-${row}`, x: 0, y: top + HEAD + (row + 0.5) * side + 3, text: words.weekday(place) });
    }
    return layWeeks(sheet, firstDay, words, side, top, texts);
  });
  return { cells, side, height: sheets.length * (tall + BETWEEN) - BETWEEN, texts };
}

/** One sheet: its months are named above the week in which each begins. */
function layWeeks({ title, days }: CalendarSheet, firstDay: number, words: CalendarWords, side: number, top: number, texts: Layout["texts"]): Cell[] {
  const columns = days.map((day, index) => ({ day, week: weekOf(index, { title, days }, firstDay), row: placeInWeek(day.date, firstDay) }));
  const begins = columns.filter(({ day }, index) => index === 0 || day.date.endsWith("-01"));
  begins.forEach(({ day, week, row }, index) => {
    const next = begins[index + 1];
    const column = row > 0 && index > 0 ? week + 1 : week;
    if (next && next.week - column < FEWEST_WEEKS_APART) return;
    texts.push({ key: `${title}${day.date}`, x: LABEL + column * side, y: top + 13, text: words.month(day.date.slice(0, 7)) });
  });
  return columns.map(({ day, week, row }) => ({ day, x: LABEL + week * side, y: top + HEAD + row * side }));
}

/** The column of a sheet in which its day number `index` lies. */
function weekOf(index: number, { days }: CalendarSheet, firstDay: number): number {
  return days[0] ? Math.floor((index + placeInWeek(days[0].date, firstDay)) / 7) : 0;
}

function layMonths(days: CalendarDay[], firstDay: number, words: CalendarWords, width: number): Layout {
  const sheets = monthSheets(days);
  const wide = (width - GUTTER * (ABREAST - 1)) / ABREAST;
  const side = wide / 7;
  const tall = HEAD + 6 * side + 12;
  const texts: Layout["texts"] = [];
  const cells = sheets.flatMap(({ title, days: inside }, index) => {
    const [left, top] = [(index % ABREAST) * (wide + GUTTER), Math.floor(index / ABREAST) * tall];
    const name = index === 0 || title.endsWith("-01") ? words.monthAndYear(title) : words.month(title);
    texts.push({ key: title, x: left, y: top + 13, text: name });
    const offset = placeInWeek(`${title}-01`, firstDay);
    return inside.map((day) => {
      const place = Number(day.date.slice(8)) - 1 + offset;
      return { day, x: left + (place % 7) * side, y: top + HEAD + Math.floor(place / 7) * side };
    });
  });
  return { cells, side, height: Math.ceil(sheets.length / ABREAST) * tall, texts };
}
