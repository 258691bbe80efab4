package dev.foley.audio;

import java.util.Optional;

/**
 * What is known of a compressed file.
 *
 * @param measurement empty where it was not decoded, or most of it could not be
 * @param waveform empty where it was not decoded
 */
public record CompressedReport(AudioContent.Compressed content, Optional<AudioMeasurement> measurement,
    Optional<Waveform> waveform) {}
