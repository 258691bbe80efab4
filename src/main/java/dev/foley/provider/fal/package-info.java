/** fal, by its documented contract. Nothing of HTTP or JSON leaves this package. */
@NullMarked
package dev.foley.provider.fal;

import org.jspecify.annotations.NullMarked;
