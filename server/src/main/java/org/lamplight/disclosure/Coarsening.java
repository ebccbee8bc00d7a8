package org.lamplight.disclosure;

/**
 * Totals that had to be hidden, beyond the usual choice, because a small count could otherwise be worked out.
 *
 * @param primary the small cell they protect
 * @param totals the cells hidden for it
 * @param why for the method page
 */
public record Coarsening(int primary, int[] totals, String why) {}
