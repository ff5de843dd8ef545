// Folded streams that are kept for the next command, the least recently used given up first.
import type { FoldedStream } from './folded-stream';

export interface CacheBounds {
  readonly streams: number;
  /** Of all streams together: what a state weighs follows from the events in it. */
  readonly events: number;
}

const BOUNDS: CacheBounds = { streams: 1_000, events: 100_000 };

/** Where one stream is kept. */
export interface CachePlace {
  /** Takes it out: what is not put back, because something went wrong with it, is forgotten. */
  take(): FoldedStream | undefined;
  put(stream: FoldedStream): void;
}

export class StreamCache {
  private readonly kept = new Map<string, { readonly stream: FoldedStream; readonly size: number }>();
  private size = 0;

  constructor(private readonly bounds = BOUNDS) {}

  get holds(): CacheBounds {
    return { streams: this.kept.size, events: this.size };
  }

  place(key: string): CachePlace {
    return { take: () => this.take(key), put: (stream) => this.put(key, stream) };
  }

  private take(key: string): FoldedStream | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.size -= found.size;
    return found.stream;
  }

  private put(key: string, stream: FoldedStream): void {
    this.take(key);
    this.kept.set(key, { stream, size: stream.size });
    this.size += stream.size;
    // The one just used stays whatever its size: a stream that is too long to keep is the dearest to fold again.
    for (const oldest of this.kept.keys()) {
      if (oldest === key || (this.kept.size <= this.bounds.streams && this.size <= this.bounds.events)) break;
      this.take(oldest);
    }
  }
}
