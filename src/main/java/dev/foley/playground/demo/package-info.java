/** The bot as a process of its own on the local Discord: one command as a member would type it, and what came of it. */
@NullMarked
package dev.foley.playground.demo;

import org.jspecify.annotations.NullMarked;
