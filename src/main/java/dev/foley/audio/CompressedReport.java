package dev.foley.audio;

import java.util.Optional;

/**
 * What is known of a compressed file.
 *
 * @param measurement empty where it was not decoded, or most of it could not be
 */
public record CompressedReport(AudioContent.Compressed content, Optional<AudioMeasurement> measurement) {}
