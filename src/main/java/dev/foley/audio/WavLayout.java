package dev.foley.audio;

/**
 * Where a WAV file has its samples.
 *
 * @param frames samples per channel that are really in the file, at least one
 * @param dataOffset where the first sample lies, bytes from the file's beginning
 */
record WavLayout(PcmFormat format, long frames, long dataOffset) {}
