/**
 * What many pending generations cost: the bot's store, timers and steps in a process of their own, with the launcher's flags, asking
 * a service that answers in that very process. So it is the bot that is measured, and not the simulators or their HTTP.
 */
@NullMarked
package dev.foley.bench.pending;

import org.jspecify.annotations.NullMarked;
