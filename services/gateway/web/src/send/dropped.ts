/** What of a folder is sent: an unpacked export has pictures and documents beside it. */
const OF_AN_EXPORT = /\.(json|zip)$/i;

/** The files of a drop, and those of an export in its folders. To be called while the event is handled: it forgets them then. */
export async function filesOf(transfer: DataTransfer | null): Promise<File[]> {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === "file");
  const found = items.map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry?.isDirectory) return filesIn(entry as FileSystemDirectoryEntry);
    return Promise.resolve(file ? [file] : []);
  });
  return (await Promise.all(found)).flat();
}

/** A folder that holds none, or can't be read, stands for itself: an empty file of its name, which is said to be one. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files = await filesBelow(folder).catch(() => []);
  return files.length > 0 ? files : [new File([], folder.name)];
}

async function filesBelow(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory) files.push(...await filesBelow(entry as FileSystemDirectoryEntry));
    else if (OF_AN_EXPORT.test(entry.name)) files.push(await fileOf(entry as FileSystemFileEntry));
  }
  return files;
}

/** A reader gives some at a time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
