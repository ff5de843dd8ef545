// The few words of the zip format that a workbook needs: local headers, a central directory and its end.

export const LOCAL = { signature: 0x04034b50, size: 30 };
export const CENTRAL = { signature: 0x02014b50, size: 46 };
export const END = { signature: 0x06054b50, size: 22 };
/** A data descriptor after an entry that was written before its size was known. */
export const DESCRIPTOR_MAX = 24;

export const STORED = 0;
export const DEFLATED = 8;

export const ENCRYPTED_FLAG = 0x0001;
export const UTF8_FLAG = 0x0800;
