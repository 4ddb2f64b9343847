/** What stands over the page and takes its keys: sheets and menus. */
export const OPEN = "dialog[open], :popover-open";
