/** The built-in synthesiser as a service that needs no key, no network and no money. */
@NullMarked
package dev.foley.provider.sketch;

import org.jspecify.annotations.NullMarked;
