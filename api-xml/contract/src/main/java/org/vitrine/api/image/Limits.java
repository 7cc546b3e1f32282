package org.vitrine.api.image;

record Limits(int widthMaxPixels, int heightMaxPixels, int planesMax) {
    static final Limits DEFAULTS = new Limits(32768, 32768, 4);
}
