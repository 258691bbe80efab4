package dev.foley.provider;

/**
 * One model and how its service is asked for it.
 *
 * @param wire for the model's adapter; nobody else looks at it
 */
public record ModelDeclaration(AudioModel model, Wire wire) {}
