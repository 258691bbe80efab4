/** Text-to-audio services: what they offer, what one is asked, what it answers. Knows no jobs, no Discord, no SQL. */
@NullMarked
package dev.foley.provider;

import org.jspecify.annotations.NullMarked;
