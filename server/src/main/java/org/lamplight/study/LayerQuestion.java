package org.lamplight.study;

import org.lamplight.incident.Incidents;

/**
 * A stored layer as one caller sees it, at one data version.
 *
 * @param loaded the incidents that he may see
 * @param use what is to be filled
 */
record LayerQuestion(LayerReader reader, Incidents.Loaded loaded, Layer layer, LayerUse use) {

  LayerData read() {
    return reader.read(this);
  }
}
