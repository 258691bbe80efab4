/** The playground's page: a chat client in the browser for the local Discord, its live feed, and the traffic that it shows. */
@NullMarked
package dev.foley.playground.page;

import org.jspecify.annotations.NullMarked;
