/* Lengths and areas on the ellipsoid of CGCS2000 (the same as WGS 84 to a tenth of a millimetre). */
var yzGeodesic = (function () {
  "use strict";
  var A = 6378137, F = 1 / 298.257222101, B = A * (1 - F), E2 = F * (2 - F), E = Math.sqrt(E2), RADIANS = Math.PI / 180;

  /* Metres along the geodesic between two points [lat, lon], by Vincenty's inverse formula. */
  function distance(one, other) {
    var u1 = Math.atan((1 - F) * Math.tan(one[0] * RADIANS)), u2 = Math.atan((1 - F) * Math.tan(other[0] * RADIANS)), l = (other[1] - one[1]) * RADIANS;
    var sinU1 = Math.sin(u1), cosU1 = Math.cos(u1), sinU2 = Math.sin(u2), cosU2 = Math.cos(u2), lambda = l, before, sinSigma, cosSigma, sigma, cos2Alpha, cos2M, turn = 0;
    do {
      var sinL = Math.sin(lambda), cosL = Math.cos(lambda), across = cosU1 * sinU2 - sinU1 * cosU2 * cosL;
      sinSigma = Math.sqrt(cosU2 * sinL * cosU2 * sinL + across * across);
      if (!sinSigma) return 0;
      cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
      sigma = Math.atan2(sinSigma, cosSigma);
      var sinAlpha = cosU1 * cosU2 * sinL / sinSigma;
      cos2Alpha = 1 - sinAlpha * sinAlpha;
      cos2M = cos2Alpha ? cosSigma - 2 * sinU1 * sinU2 / cos2Alpha : 0;
      var c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
      before = lambda;
      lambda = l + (1 - c) * F * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)));
    } while (Math.abs(lambda - before) > 1e-12 && ++turn < 100);
    var u = cos2Alpha * (A * A - B * B) / (B * B), a = 1 + u / 16384 * (4096 + u * (u * (320 - 175 * u) - 768)), b = u / 1024 * (256 + u * (u * (74 - 47 * u) - 128));
    var delta = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
    return B * a * (sigma - delta);
  }
  function length(points) {
    var sum = 0;
    for (var i = 1; i < points.length; i++) sum += distance(points[i - 1], points[i]);
    return sum;
  }

  function authalic(phi) {
    var s = Math.sin(phi);
    return (1 - E2) * (s / (1 - E2 * s * s) - Math.log((1 - E * s) / (1 + E * s)) / (2 * E));
  }
  /* Square metres inside a ring of points [lat, lon]: drawn in the equal-area projection of Lambert about its middle,
     where a straight line differs from the geodesic by less than 1e-5 of the area for rings the size of a city. */
  function area(points) {
    if (points.length < 3) return 0;
    var lat0 = mean(points, 0) * RADIANS, lon0 = mean(points, 1) * RADIANS, pole = authalic(Math.PI / 2), radius = A * Math.sqrt(pole / 2);
    var beta0 = Math.asin(authalic(lat0) / pole), s0 = Math.sin(lat0), stretch = A * Math.cos(lat0) / Math.sqrt(1 - E2 * s0 * s0) / (radius * Math.cos(beta0));
    var flat = points.map(function (point) {
      var beta = Math.asin(authalic(point[0] * RADIANS) / pole), l = point[1] * RADIANS - lon0;
      var scale = radius * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(l)));
      return [scale * stretch * Math.cos(beta) * Math.sin(l), scale / stretch * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(l))];
    });
    var twice = 0;
    flat.forEach(function (point, index) {
      var next = flat[(index + 1) % flat.length];
      twice += point[0] * next[1] - next[0] * point[1];
    });
    return Math.abs(twice) / 2;
  }
  function mean(points, part) { return points.reduce(function (sum, point) { return sum + point[part]; }, 0) / points.length; }

  return {distance: distance, length: length, area: area};
})();
