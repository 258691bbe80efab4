/** The models, as members read of them. */
@NullMarked
package dev.foley.discord.models;

import org.jspecify.annotations.NullMarked;
