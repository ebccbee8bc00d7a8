package org.lamplight.analysis.point;

/** How the weight of an event falls with distance. Each integrates to 1 over the plane. */
public enum Kernel {
  /** 3/(pi R2) (1 - d2/R2)2 within the radius R. Source: B. Silverman (1986). */
  QUARTIC {
    @Override
    double shape(double square) {
      double rest = 1 - square;
      return rest > 0 ? rest * rest : 0;
    }

    @Override
    double scale(double bandwidth) {
      return 3 / (Math.PI * bandwidth * bandwidth);
    }

    @Override
    double reach(double bandwidth) {
      return bandwidth;
    }

    @Override
    double beyond(double offset, double from, double to) {
      return QuarticEdge.beyond(offset, from, to);
    }
  },
  /** exp(-d2/(2 s2))/(2 pi s2) with the standard deviation s. */
  GAUSSIAN {
    @Override
    double shape(double square) {
      return Math.exp(-square / 2);
    }

    @Override
    double scale(double bandwidth) {
      return 1 / (2 * Math.PI * bandwidth * bandwidth);
    }

    @Override
    double reach(double bandwidth) {
      return GaussianEdge.REACH * bandwidth;
    }

    @Override
    double beyond(double offset, double from, double to) {
      return GaussianEdge.beyond(offset, from, to);
    }
  };

  /** The kernel's value as a share of its top, by the squared distance in bandwidths. */
  abstract double shape(double square);

  /** The value at the event itself, 1/m2. */
  abstract double scale(double bandwidth);

  /** Distance beyond which the kernel is 0, or below 1e-17 of its top, metres. */
  abstract double reach(double bandwidth);

  /**
   * For a straight edge seen from an event: the integral, over the angle under which it is seen, of the kernel's share beyond it.
   *
   * @param offset signed distance of the event to the left of the edge's line, in bandwidths
   * @param from where the edge begins along its line, measured from the foot of the event, in bandwidths
   * @param to where it ends
   */
  abstract double beyond(double offset, double from, double to);
}
