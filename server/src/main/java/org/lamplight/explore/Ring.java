package org.lamplight.explore;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.StringJoiner;

/** The closed outline of a hexagon in degrees, with its JSON, since the same hexagons are sent again and again. */
public final class Ring implements JsonSerializable {

  private final double[] flat;
  private final SerializedString json;

  /** Takes pairs of longitude and latitude; keeps six decimals. */
  Ring(double[] degrees) {
    this.flat = degrees.clone();
    StringJoiner pairs = new StringJoiner(",", "[", "]");
    for (int i = 0; i < flat.length; i += 2) {
      flat[i] = Math.round(flat[i] * 1e6) / 1e6;
      flat[i + 1] = Math.round(flat[i + 1] * 1e6) / 1e6;
      pairs.add("[" + flat[i] + "," + flat[i + 1] + "]");
    }
    this.json = new SerializedString(pairs.toString());
  }

  /** Longitude and latitude of a corner. */
  public double[] corner(int at) {
    return new double[] {flat[2 * at], flat[2 * at + 1]};
  }

  double south() {
    return least(1);
  }

  double west() {
    return least(0);
  }

  double north() {
    return most(1);
  }

  double east() {
    return most(0);
  }

  private double least(int axis) {
    double least = flat[axis];
    for (int i = axis; i < flat.length; i += 2) {
      least = Math.min(least, flat[i]);
    }
    return least;
  }

  private double most(int axis) {
    double most = flat[axis];
    for (int i = axis; i < flat.length; i += 2) {
      most = Math.max(most, flat[i]);
    }
    return most;
  }

  @Override
  public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
    out.writeRawValue(json);
  }

  @Override
  public void serializeWithType(
      JsonGenerator out, SerializerProvider provider, TypeSerializer types) throws IOException {
    serialize(out, provider);
  }
}
