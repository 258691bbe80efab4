package dev.foley.sketch;

/** What something is made of, or what one walks on. */
enum Material {
  WOOD, METAL, GLASS, STONE, GRAVEL, SNOW, GRASS, WATER
}
