package dev.foley.sketch.speech;

/**
 * A speaker that can be chosen.
 *
 * @param id what {@link SpeechSketch#render} takes; stays the same for ever
 * @param name as members read it
 * @param description a few words on how it sounds
 */
public record SketchVoice(String id, String name, String description) {}
