package dev.foley.provider;

/**
 * Somebody who can speak.
 *
 * @param id as its service wants it
 * @param name as members know it
 * @param description such as "female, British, calm"; may be empty
 */
public record Voice(String id, String name, String description) {}
