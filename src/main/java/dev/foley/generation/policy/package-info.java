/** Who may ask for what, and for how much: budgets and limits of the host, and what the managers of a server have set. Pure. */
@NullMarked
package dev.foley.generation.policy;

import org.jspecify.annotations.NullMarked;
