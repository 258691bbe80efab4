/** How long a finished sound needs to its member, and what many large ones need of memory. */
@NullMarked
package dev.foley.bench.delivery;

import org.jspecify.annotations.NullMarked;
