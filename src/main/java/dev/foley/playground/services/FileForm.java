package dev.foley.playground.services;

/** What a result file can be besides the usual WAV: 44.1 kHz, stereo, 16 bits, a {@code LIST} chunk before the samples. */
public enum FileForm {
  /** As the real service writes them: 78 bytes before the first sample. */
  USUAL,
  /** No {@code LIST} chunk: 44 bytes before the first sample. */
  PLAIN_HEADER,
  /** {@code WAVE_FORMAT_EXTENSIBLE} with 16-bit PCM. */
  EXTENSIBLE,
  /** 24-bit integers. */
  INTEGER_24,
  /** 32-bit floats. */
  FLOAT_32,
  /** Sizes of 0xFFFFFFFF in both places, as encoders write that cannot seek back. */
  UNKNOWN_SIZES,
  /** All samples zero. */
  SILENT,
  /** The header promises all samples, the file ends after half of them; its HTTP length is consistent. */
  SHORTENED,
  /** MPEG audio under the name of a WAV. */
  MP3,
  /** Bytes that are no audio. */
  GARBAGE,
  /** No byte at all. */
  ZERO_BYTES,
  /** The usual WAV, served as {@code text/plain}. */
  WRONG_CONTENT_TYPE
}
