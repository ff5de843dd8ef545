// Which bodies are taken for JSON.
import type { Request } from 'express';

export function isJsonInUtf8(request: Request): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.header('content-type') ?? '')?.[1];
  return request.is('application/json') !== false && (charset === undefined || charset.toLowerCase() === 'utf-8');
}
