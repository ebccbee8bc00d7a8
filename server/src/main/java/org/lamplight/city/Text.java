package org.lamplight.city;

/** A text of a profile in the languages of the web application. */
public record Text(String en, String es) {}
