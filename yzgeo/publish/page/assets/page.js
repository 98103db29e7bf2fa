/* Holds @tanstack/store 0.11.2 (MIT), @tanstack/table-core 9.3.1 (MIT), @tanstack/virtual-core 3.19.11 (MIT), d3-array 3.2.5 (ISC), d3-color 3.1.1 (ISC), d3-format 3.1.3 (ISC), d3-interpolate 3.0.2 (ISC), d3-scale 4.0.3 (ISC), fflate 0.8.3 (MIT), htm 3.1.1 (Apache-2.0), lucide 1.65.0 (ISC), preact 11.2.0 (MIT), write-excel-file 4.1.1 (MIT), see NOTICE.md of yzgeo. */
"use strict";
(() => {
  // ../../../node_modules/htm/dist/htm.module.js
  var n = function(t4, s2, r2, e3) {
    var u2;
    s2[0] = 0;
    for (var h2 = 1; h2 < s2.length; h2++) {
      var p2 = s2[h2++], a2 = s2[h2] ? (s2[0] |= p2 ? 1 : 2, r2[s2[h2++]]) : s2[++h2];
      3 === p2 ? e3[0] = a2 : 4 === p2 ? e3[1] = Object.assign(e3[1] || {}, a2) : 5 === p2 ? (e3[1] = e3[1] || {})[s2[++h2]] = a2 : 6 === p2 ? e3[1][s2[++h2]] += a2 + "" : p2 ? (u2 = t4.apply(a2, n(t4, a2, r2, ["", null])), e3.push(u2), a2[0] ? s2[0] |= 2 : (s2[h2 - 2] = 0, s2[h2] = u2)) : e3.push(a2);
    }
    return e3;
  };
  var t = /* @__PURE__ */ new Map();
  function htm_module_default(s2) {
    var r2 = t.get(this);
    return r2 || (r2 = /* @__PURE__ */ new Map(), t.set(this, r2)), (r2 = n(this, r2.get(s2) || (r2.set(s2, r2 = (function(n3) {
      for (var t4, s3, r3 = 1, e3 = "", u2 = "", h2 = [0], p2 = function(n4) {
        1 === r3 && (n4 || (e3 = e3.replace(/^\s*\n\s*|\s*\n\s*$/g, ""))) ? h2.push(0, n4, e3) : 3 === r3 && (n4 || e3) ? (h2.push(3, n4, e3), r3 = 2) : 2 === r3 && "..." === e3 && n4 ? h2.push(4, n4, 0) : 2 === r3 && e3 && !n4 ? h2.push(5, 0, true, e3) : r3 >= 5 && ((e3 || !n4 && 5 === r3) && (h2.push(r3, 0, e3, s3), r3 = 6), n4 && (h2.push(r3, n4, 0, s3), r3 = 6)), e3 = "";
      }, a2 = 0; a2 < n3.length; a2++) {
        a2 && (1 === r3 && p2(), p2(a2));
        for (var l2 = 0; l2 < n3[a2].length; l2++) t4 = n3[a2][l2], 1 === r3 ? "<" === t4 ? (p2(), h2 = [h2], r3 = 3) : e3 += t4 : 4 === r3 ? "--" === e3 && ">" === t4 ? (r3 = 1, e3 = "") : e3 = t4 + e3[0] : u2 ? t4 === u2 ? u2 = "" : e3 += t4 : '"' === t4 || "'" === t4 ? u2 = t4 : ">" === t4 ? (p2(), r3 = 1) : r3 && ("=" === t4 ? (r3 = 5, s3 = e3, e3 = "") : "/" === t4 && (r3 < 5 || ">" === n3[a2][l2 + 1]) ? (p2(), 3 === r3 && (h2 = h2[0]), r3 = h2, (h2 = h2[0]).push(2, 0, r3), r3 = 0) : " " === t4 || "	" === t4 || "\n" === t4 || "\r" === t4 ? (p2(), r3 = 2) : e3 += t4), 3 === r3 && "!--" === e3 && (r3 = 4, h2 = h2[0]);
      }
      return p2(), h2;
    })(s2)), r2), arguments, [])).length > 1 ? r2 : r2[0];
  }

  // ../../../node_modules/preact/dist/preact.mjs
  var n2;
  var t2;
  var r;
  var u;
  var i;
  var f;
  var o;
  var e;
  var l;
  var c;
  var a;
  var s;
  var h = /* @__PURE__ */ Symbol.for("pv");
  var p = {};
  var y = [];
  var v = /^m(i|n|o|s|text|space)$/;
  var w = Array.isArray;
  var d = y.slice;
  var _ = Object.assign;
  function g(n3) {
    n3 && n3.parentNode && n3.remove();
  }
  function k(n3, t4, r2) {
    var u2, i3, f2, o2 = {}, e3 = arguments.length;
    for (f2 in t4) "key" == f2 ? u2 = t4[f2] : "ref" == f2 && "function" != typeof n3 ? i3 = t4[f2] : o2[f2] = t4[f2];
    return e3 > 2 && (o2.children = e3 > 3 ? d.call(arguments, 2) : r2), m(n3, o2, u2, i3, null);
  }
  function m(r2, u2, i3, f2, o2) {
    var e3 = { type: r2, props: u2, key: i3, ref: f2, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o2 || ++t2, __i: -1, __u: 0 };
    return !o2 && n2.vnode && n2.vnode(e3), e3;
  }
  function M() {
    return { current: null };
  }
  function $(n3) {
    return n3.children;
  }
  function x(n3, t4) {
    this.props = n3, this.context = t4, this.__g = 0;
  }
  function S(n3, t4) {
    if (null == t4) return n3.__ && S(n3.__, n3.__i + 1);
    for (var r2; t4 < n3.__k.length; t4++) if ((r2 = n3.__k[t4]) && r2.__e) return r2.__e;
    return "function" != typeof n3.type || n3.props.__P ? null : S(n3);
  }
  function C(t4) {
    var r2, u2 = t4.__v, i3 = u2.__e, f2 = [], o2 = [], e3 = t4.__P;
    e3 && ((r2 = _({ constructor: h }, u2)).__v = u2.__v + 1, n2.vnode && n2.vnode(r2), z(e3, r2, u2, t4.__n, e3.namespaceURI, 32 & u2.__u ? [i3] : null, f2, i3 || S(u2), 32 & u2.__u, o2), r2.__v = u2.__v, r2.__.__k[r2.__i] = r2, E(f2, r2, o2), u2.__ = u2.__e = null, r2.__e != i3 && j(r2));
  }
  function j(n3) {
    if ((n3 = n3.__) && n3.__c && !n3.props.__P) return n3.__e = null, n3.__k.some(function(t4) {
      return t4 && (n3.__e = t4.__e);
    }), j(n3);
  }
  function L2(t4) {
    (8 & t4.__g || (t4.__g |= 8, u.push(t4), f++)) && i == n2.debounceRendering || ((i = n2.debounceRendering) || queueMicrotask)(H);
  }
  function H() {
    try {
      for (var n3, t4 = 1; u.length; ) u.length > t4 && u.sort(o), n3 = u.shift(), t4 = u.length, 8 & n3.__g && C(n3);
    } finally {
      (f = u.length) && (i || queueMicrotask)(H);
    }
  }
  function I(n3, t4, r2, u2, i3, f2, o2, e3, l2, c2, a2) {
    var s2, h2, v2, w2, d2, _2, g2 = u2.__k || y, k2 = t4.length;
    for (l2 = q(r2, t4, g2, l2, k2), s2 = 0; s2 < k2; s2++) null != (v2 = r2.__k[s2]) && (h2 = ~v2.__i && g2[v2.__i] || p, v2.__i = s2, _2 = z(n3, v2, h2, i3, f2, o2, e3, l2, c2, a2), w2 = v2.__e, (h2.ref != v2.ref || 8 & h2.__u) && (h2.ref && G(h2.ref, null, v2, h2), v2.ref && a2.push(v2.ref, v2.__c || w2, v2)), d2 = d2 || w2, 4 & v2.__u ? (l2 = A(v2, l2, n3, !h2.__v), h2.__e && (h2.__e = null)) : "function" == typeof v2.type && void 0 !== _2 ? l2 = _2 : w2 && (l2 = w2.nextSibling), v2.__u &= -21);
    return r2.__e = d2, l2;
  }
  function q(n3, t4, r2, u2, i3) {
    var f2, o2, e3, l2, c2, a2, s2, p2, y2, v2 = r2.length, d2 = v2, _2 = 0, g2 = 0, k2 = n3.__k = Array(i3);
    for (f2 = 0; f2 < i3; f2++) null != (o2 = t4[f2]) && "boolean" != typeof o2 && "function" != typeof o2 ? ("object" != typeof o2 || o2.constructor === String ? o2 = k2[f2] = m(null, o2) : w(o2) ? o2 = k2[f2] = m($, { children: o2 }) : o2.constructor === h && o2.__b ? o2 = k2[f2] = m(o2.type, o2.props, o2.key, o2.ref, o2.__v) : k2[f2] = o2, l2 = f2 + _2, o2.__ = n3, o2.__b = n3.__b + 1, e3 = null, ~(c2 = o2.__i = P(o2, r2, l2, d2)) && (d2--, (e3 = r2[c2]) && (e3.__u |= 2)), e3 && e3.__v ? (o2.__u |= 16, c2 == l2 - 1 ? _2-- : c2 == l2 + 1 ? _2++ : c2 != l2 && (c2 > l2 ? _2-- : _2++, g2 = 1)) : (~c2 || (i3 > v2 ? _2-- : i3 < v2 && _2++), "function" != typeof o2.type && (o2.__u |= 4))) : k2[f2] = null;
    if (g2) {
      for (a2 = [], s2 = [], f2 = 0; f2 < i3; f2++) if ((o2 = k2[f2]) && 16 & o2.__u) {
        for (_2 = 0, p2 = a2.length; _2 < p2; ) a2[y2 = _2 + p2 >> 1] < o2.__i ? _2 = y2 + 1 : p2 = y2;
        a2[_2] = o2.__i, s2[f2] = _2 + 1;
      }
      for (_2 = a2.length; f2--; ) s2[f2] && (s2[f2] == _2 ? _2-- : k2[f2].__u |= 4);
    }
    if (d2) for (f2 = 0; f2 < v2; f2++) !(e3 = r2[f2]) || 2 & e3.__u || (e3.__e == u2 && (u2 = S(e3)), J(e3, e3));
    return u2;
  }
  function A(n3, t4, r2, u2) {
    var i3, f2, o2, e3;
    if ("function" == typeof n3.type) {
      if (n3.props.__P) return t4;
      if (i3 = n3.__k) for (f2 = 0; f2 < i3.length; f2++) i3[f2] && (i3[f2].__ = n3, t4 = A(i3[f2], t4, r2, false));
      return t4;
    }
    for (t4 && !t4.parentNode && (t4 = S(n3)) && !t4.parentNode && (t4 = null), o2 = n3.__e, e3 = t4; e3 && 8 == e3.nodeType; ) e3 = e3.nextSibling;
    for (o2 != e3 && (!u2 && r2.moveBefore && o2.parentNode ? r2.moveBefore(o2, t4) : r2.insertBefore(o2, t4 || null)), t4 = o2; (t4 = t4 && t4.nextSibling) && 8 == t4.nodeType && !t4.data.startsWith("$s"); ) ;
    return t4;
  }
  function P(n3, t4, r2, u2) {
    var i3, f2 = n3.key, o2 = n3.type, e3 = t4[r2], l2 = e3 && !(2 & e3.__u);
    if (null === e3 && null == f2 || l2 && f2 == e3.key && o2 == e3.type) return r2;
    if (u2 > (l2 ? 1 : 0)) {
      for (i3 = r2 - 1; i3 >= 0; i3--) if ((e3 = t4[i3]) && !(2 & e3.__u) && f2 == e3.key && o2 == e3.type) return i3;
      for (i3 = r2 + 1; i3 < t4.length; i3++) if ((e3 = t4[i3]) && !(2 & e3.__u) && f2 == e3.key && o2 == e3.type) return i3;
    }
    return -1;
  }
  function T(n3, t4, r2) {
    null == r2 && (r2 = ""), "-" == t4[0] ? n3.setProperty(t4, r2) : n3[t4] = r2;
  }
  function N(n3, t4, r2, u2, i3) {
    var f2, o2;
    if ("style" == t4) if ("string" == typeof r2) n3.style.cssText = r2;
    else {
      if ("string" == typeof u2 && (n3.style.cssText = u2 = ""), u2) for (t4 in u2) r2 && t4 in r2 || T(n3.style, t4);
      if (r2) for (t4 in r2) u2 && r2[t4] == u2[t4] || T(n3.style, t4, r2[t4]);
    }
    else if ("o" == t4[0] && "n" == t4[1]) "function" != typeof r2 && (r2 = null), "function" != typeof u2 && (u2 = null), (n3.__e || (n3.__e = {}))[t4] = r2, r2 && u2 || (o2 = a[t4] || (a[t4] = V(t4)), (n3.__a || (n3.__a = {}))[t4] = c, f2 = t4 != (t4 = t4.replace(l, "$1")), (t4 = t4.slice(2))[0] < "a" && (t4 = t4.toLowerCase()), r2 ? n3.addEventListener(t4, o2, f2) : n3.removeEventListener(t4, o2, f2));
    else {
      if ("http://www.w3.org/2000/svg" == i3) t4 = t4.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
      else if ("width" != t4 && "height" != t4 && "href" != t4 && "list" != t4 && "form" != t4 && "tabIndex" != t4 && "download" != t4 && "rowSpan" != t4 && "colSpan" != t4 && "role" != t4 && "popover" != t4 && t4 in n3) try {
        return void (n3[t4] = null == r2 ? "" : r2);
      } catch (n4) {
      }
      if ("function" == typeof r2) return;
      null == r2 || false === r2 && "-" != t4[4] ? n3.removeAttribute(t4) : n3.setAttribute(t4, "popover" == t4 && 1 == r2 ? "" : r2);
    }
  }
  function V(t4) {
    return function(r2) {
      var u2 = this.__e;
      if (u2) {
        if (u2 = u2[t4], null == r2[e]) r2[e] = c++;
        else if (r2[e] < this.__a[t4]) return;
        return u2(n2.event ? n2.event(r2) : r2);
      }
    };
  }
  function z(t4, r2, u2, i3, f2, o2, e3, l2, c2, a2) {
    var s2, p2, v2, d2, k2, b, m2, M2, C3, j2, L3, H2, q2, A4, O, P2, T2, N2, V2 = r2.type;
    if (r2.constructor !== h) return null;
    128 & u2.__u && (c2 = 32 & u2.__u, s2 = u2.__c.__z) && (r2.__u |= c2, p2 = o2 = [], 8 == s2.nodeType ? l2 = B(s2, o2) : o2.push(s2), l2 = o2[0] || l2), (s2 = n2.__b) && s2(r2);
    n: if ("function" == typeof V2) {
      v2 = e3.length;
      try {
        if (M2 = r2.props, C3 = (s2 = V2.prototype) && s2.render, j2 = (s2 = V2.contextType) && i3[s2.__c], L3 = s2 ? j2 ? j2.props.value : s2.__ : i3, (d2 = u2.__c) ? (r2.__c = d2, 2 & d2.__g && (d2.__g |= 1)) : (C3 ? r2.__c = d2 = new V2(M2, L3) : (r2.__c = d2 = new x(M2, L3), d2.constructor = V2, d2.render = K), j2 && j2.sub(d2), d2.state || (d2.state = {}), d2.__n = i3, d2.__g |= 8, d2.__h = [], d2.__k = []), C3 && (d2.__s || (d2.__s = d2.state), V2.getDerivedStateFromProps && (d2.__s == d2.state && (d2.__s = _({}, d2.__s)), _(d2.__s, V2.getDerivedStateFromProps(M2, d2.__s)))), k2 = d2.props, b = d2.state, d2.__v = r2, u2.__c) {
          if (M2 !== k2 && C3 && !V2.getDerivedStateFromProps && d2.componentWillReceiveProps && d2.componentWillReceiveProps(M2, L3), r2.__v == u2.__v && !(8 & d2.__g) || !(4 & d2.__g) && d2.shouldComponentUpdate && false === d2.shouldComponentUpdate(M2, d2.__s, L3)) {
            r2.__v != u2.__v && (d2.props = M2, d2.state = d2.__s, d2.__g &= -9), r2.__e = u2.__e, r2.__k = u2.__k, r2.__k.some(function(n3) {
              n3 && (n3.__ = r2);
            }), y.push.apply(d2.__h, d2.__k), d2.__k = [], d2.__h.length && e3.push(d2), l2 = S(u2);
            break n;
          }
          d2.componentWillUpdate && d2.componentWillUpdate(M2, d2.__s, L3), C3 && d2.componentDidUpdate && d2.__h.push(function() {
            d2.componentDidUpdate(k2, b, m2);
          });
        } else C3 && !V2.getDerivedStateFromProps && d2.componentWillMount && d2.componentWillMount(), C3 && d2.componentDidMount && d2.__h.push(d2.componentDidMount);
        d2.context = L3, d2.props = M2, d2.__P = t4, d2.__g &= -5, H2 = n2.__r, q2 = C3 ? 25 : 0;
        do {
          d2.__g &= -9, H2 && H2(r2), s2 = d2.render(d2.props, d2.state = d2.__s, d2.context);
        } while (8 & d2.__g && ++q2 < 25);
        C3 && (y.push.apply(d2.__h, d2.__k), d2.__k = []), d2.state = d2.__s, d2.getChildContext && (i3 = _({}, i3, d2.getChildContext())), C3 && u2.__c && d2.getSnapshotBeforeUpdate && (m2 = d2.getSnapshotBeforeUpdate(k2, b)), A4 = s2 && s2.type === $ && null == s2.key ? s2.props.children : s2, M2.__P && (s2 = l2, f2 = (t4 = M2.__P).namespaceURI, c2 = o2 = null, u2.props && u2.props.__P != t4 && (u2.__k.some(function(n3) {
          n3 && J(n3, n3);
        }), u2.__k = null), l2 = u2.__k ? S(u2, 0) : null), l2 = I(t4, w(A4) ? A4 : [A4], r2, u2, i3, f2, o2, e3, l2, c2, a2), M2.__P && (r2.__e = null, l2 = s2), r2.__u &= -161, p2 && p2.some(g), d2.__h.length && e3.push(d2), 1 & d2.__g && (d2.__g &= -4);
      } catch (t5) {
        if (e3.length = v2, r2.__v = null, c2 || o2) if (t5 && t5.then) {
          if (r2.__u |= 128 | c2, o2) {
            for (~(T2 = o2.indexOf(l2 || void 0)) || (T2 = o2.length); (N2 = o2[T2 - 1]) && 8 == N2.nodeType; ) T2--;
            for (; T2 < o2.length; T2++) if (N2 = o2[T2]) if (o2[T2] = null, O) {
              if (N2 == P2) break;
            } else {
              if (8 != N2.nodeType) break;
              N2.data.startsWith("$s") && (P2 = B(O = N2));
            }
          }
          if (!O) {
            for (; l2 && 8 == l2.nodeType && l2.nextSibling; ) l2 = l2.nextSibling;
            O = l2;
          }
          (s2 = B(O = r2.__c.__z || (r2.__c.__z = O))) ? (r2.__e = O, l2 = s2) : r2.__e = l2, l2 = l2 && l2.nextSibling;
        } else o2 && o2.some(g);
        else r2.__e = u2.__e;
        r2.__k || (r2.__k = u2.__k || []), t5 && t5.then || D(r2), n2.__e(t5, r2, u2);
      }
    } else l2 = r2.__e = F(u2.__e, r2, u2, i3, f2, o2, e3, c2, a2, t4);
    return (s2 = n2.diffed) && s2(r2), l2;
  }
  function B(n3, t4) {
    if (n3 && 8 == n3.nodeType && n3.data.startsWith("$s")) for (var r2 = 1; n3 = n3.nextSibling; ) {
      if (8 == n3.nodeType) {
        if (n3.data.startsWith("$s")) r2++;
        else if (n3.data.startsWith("/$s") && !--r2) return n3;
      }
      t4 && t4.push(n3);
    }
  }
  function D(n3) {
    n3 && (n3.__c && (n3.__c.__g |= 4), n3.__k && n3.__k.some(D));
  }
  function E(t4, r2, u2) {
    for (var i3 = 0; i3 < u2.length; ) G(u2[i3++], u2[i3++], u2[i3++]);
    n2.__c && n2.__c(r2, t4), t4.some(function(r3) {
      try {
        t4 = r3.__h, r3.__h = [], t4.some(function(n3) {
          n3.call(r3);
        });
      } catch (t5) {
        n2.__e(t5, r3.__v);
      }
    });
  }
  function F(t4, r2, u2, i3, f2, o2, e3, l2, c2, a2) {
    var s2, h2, y2, _2, k2, b, m2, M2, $2 = u2.props || p, x3 = r2.props, C3 = r2.type;
    if ("svg" == C3 ? f2 = "http://www.w3.org/2000/svg" : "math" == C3 ? f2 = "http://www.w3.org/1998/Math/MathML" : f2 || (f2 = "http://www.w3.org/1999/xhtml"), o2) {
      for (s2 = 0; s2 < o2.length; s2++) if ((k2 = o2[s2]) && (C3 ? k2.localName == C3 : 3 == k2.nodeType)) {
        t4 = k2, o2[s2] = null;
        break;
      }
    }
    if (!t4) {
      if (M2 = a2.ownerDocument || document, !C3) return M2.createTextNode(x3);
      t4 = M2.createElementNS(f2, C3, x3.is ? x3 : a2), l2 && (n2.__m && n2.__m(r2, o2), l2 = false), o2 = null;
    }
    if (C3) {
      if (a2 = "template" == C3 && t4.content || t4, o2 = "textarea" == C3 && null != x3.defaultValue ? null : o2 && d.call(a2.childNodes), !l2 && o2) for ($2 = {}, s2 = 0; s2 < t4.attributes.length; s2++) $2[(k2 = t4.attributes[s2]).name] = k2.value;
      for (s2 in $2) k2 = $2[s2], "dangerouslySetInnerHTML" == s2 ? y2 = k2 : "children" == s2 || s2 in x3 || "value" == s2 && "defaultValue" in x3 || "checked" == s2 && "defaultChecked" in x3 || N(t4, s2, null, k2, f2);
      for (s2 in x3) k2 = x3[s2], "children" == s2 ? _2 = k2 : "dangerouslySetInnerHTML" == s2 ? h2 = k2 : "value" == s2 ? b = k2 : "checked" == s2 ? m2 = k2 : l2 && "function" != typeof k2 || $2[s2] === k2 || N(t4, s2, k2, $2[s2], f2);
      h2 ? (l2 || y2 && (h2.__html == y2.__html || h2.__html == t4.innerHTML) || (t4.innerHTML = h2.__html), r2.__k = []) : (y2 && (t4.textContent = ""), ("foreignObject" == C3 || "http://www.w3.org/1998/Math/MathML" == f2 && v.test(C3)) && (f2 = "http://www.w3.org/1999/xhtml"), I(a2, w(_2) ? _2 : [_2], r2, u2, i3, f2, o2, e3, o2 ? o2[0] : u2.__k && S(u2, 0), l2, c2), o2 && o2.some(g)), l2 && "textarea" != C3 || (s2 = "value", "progress" == C3 && null == b ? t4.removeAttribute(s2) : null == b || b === t4[s2] && ("progress" != C3 || b) || N(t4, s2, b, $2[s2], f2), s2 = "checked", null != m2 && m2 != t4[s2] && N(t4, s2, m2, $2[s2], f2));
    } else $2 === x3 || l2 && t4.data == x3 || (t4.data = x3);
    return t4;
  }
  function G(t4, r2, u2, i3) {
    try {
      "function" == typeof t4 ? r2 ? r2.__x = t4(r2) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r2 = i3.__x) && (i3.__x = null, "function" == typeof r2 ? r2() : t4(null)) : t4.current = r2;
    } catch (t5) {
      n2.__e(t5, u2);
    }
  }
  function J(t4, r2, u2) {
    var i3, f2, o2, e3;
    if (n2.unmount && n2.unmount(t4), !(i3 = t4.ref) || i3.current && i3.current != t4.__e || G(i3, null, r2, t4), i3 = t4.__c) {
      if (i3.componentWillUnmount) try {
        i3.componentWillUnmount();
      } catch (t5) {
        n2.__e(t5, r2);
      }
      i3.__P = i3.__n = null;
    }
    if (i3 = t4.__k) for (e3 = 0; e3 < i3.length; e3++) i3[e3] && J(i3[e3], r2, "function" != typeof t4.type || u2 && !t4.props.__P);
    !u2 && (i3 = t4.__c) && (i3 = i3.__z) && (f2 = B(i3, o2 = [])) && (i3 == t4.__e && o2.some(g), g(f2), g(i3)), u2 || g(t4.__e), t4.__e = t4.__c = t4.__ = null;
  }
  function K(n3, t4, r2) {
    return this.constructor(n3, r2);
  }
  function Q(t4, r2) {
    var u2, i3, f2, o2;
    n2.__ && n2.__(t4, r2), 9 == r2.nodeType && (r2 = r2.documentElement), i3 = (u2 = t4 && 32 & t4.__u) ? null : r2.__k, r2.__k = m($, { children: [t4] }), f2 = [], o2 = [], z(r2, r2.__k, i3 || p, p, r2.namespaceURI, i3 ? null : r2.firstChild ? d.call(r2.childNodes) : null, f2, i3 ? i3.__e : r2.firstChild, u2, o2), E(f2, r2.__k, o2), r2.__k.props.children = null;
  }
  n2 = { __e: function(n3, t4, r2, u2) {
    for (var i3, o2, e3; t4 = t4.__; ) if ((i3 = t4.__c) && !(1 & i3.__g)) {
      i3.__g |= 4;
      try {
        if ((e3 = (o2 = i3.constructor) && o2.getDerivedStateFromError) && i3.setState(o2.getDerivedStateFromError(n3)), i3.componentDidCatch && (i3.componentDidCatch(n3, u2 || {}), e3 = 1), e3 && 8 & i3.__g) return void (i3.__g |= 2);
      } catch (t5) {
        n3 = t5;
      }
    }
    throw f = 0, n3;
  } }, t2 = 0, r = function(n3) {
    return null != n3 && n3.constructor === h;
  }, x.prototype.setState = function(n3, t4) {
    var r2 = this.__s;
    r2 && r2 != this.state || (r2 = this.__s = _({}, this.state)), "function" == typeof n3 && (n3 = n3(_({}, r2), this.props)), n3 && (_(r2, n3), this.__v && (t4 && this.__k.push(t4), L2(this)));
  }, x.prototype.forceUpdate = function(n3) {
    this.__v && (this.__g |= 4, n3 && this.__h.push(n3), L2(this));
  }, x.prototype.render = $, u = [], f = 0, o = function(n3, t4) {
    return n3.__v.__b - t4.__v.__b;
  }, e = /* @__PURE__ */ Symbol(), l = /(PointerCapture)$|Capture$/i, c = 0, a = {}, s = 0;

  // src/html.js
  var html = (
    /** @type {(strings: TemplateStringsArray, ...values: unknown[]) => VNode} */
    htm_module_default.bind(k)
  );
  function byId(id) {
    return (
      /** @type {HTMLElement} */
      document.getElementById(id)
    );
  }
  function classes(...names) {
    return names.filter(Boolean).join(" ") || void 0;
  }

  // ../../../node_modules/lucide/dist/esm/icons/chevron-down.mjs
  var ChevronDown = [["path", { d: "m6 9 6 6 6-6" }]];

  // ../../../node_modules/lucide/dist/esm/icons/columns-3.mjs
  var Columns3 = [
    ["rect", { width: "18", height: "18", x: "3", y: "3", rx: "2" }],
    ["path", { d: "M9 3v18" }],
    ["path", { d: "M15 3v18" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/crosshair.mjs
  var Crosshair = [
    ["circle", { cx: "12", cy: "12", r: "10" }],
    ["line", { x1: "22", x2: "18", y1: "12", y2: "12" }],
    ["line", { x1: "6", x2: "2", y1: "12", y2: "12" }],
    ["line", { x1: "12", x2: "12", y1: "6", y2: "2" }],
    ["line", { x1: "12", x2: "12", y1: "22", y2: "18" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/download.mjs
  var Download = [
    ["path", { d: "M12 15V3" }],
    ["path", { d: "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" }],
    ["path", { d: "m7 10 5 5 5-5" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/image.mjs
  var Image2 = [
    ["rect", { width: "18", height: "18", x: "3", y: "3", rx: "2", ry: "2" }],
    ["circle", { cx: "9", cy: "9", r: "2" }],
    ["path", { d: "m21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/layers.mjs
  var Layers = [
    [
      "path",
      {
        d: "M12.83 2.18a2 2 0 0 0-1.66 0L2.6 6.08a1 1 0 0 0 0 1.83l8.58 3.91a2 2 0 0 0 1.66 0l8.58-3.9a1 1 0 0 0 0-1.83z"
      }
    ],
    ["path", { d: "M2 12a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 12" }],
    ["path", { d: "M2 17a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 17" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/maximize.mjs
  var Maximize = [
    ["path", { d: "M8 3H5a2 2 0 0 0-2 2v3" }],
    ["path", { d: "M21 8V5a2 2 0 0 0-2-2h-3" }],
    ["path", { d: "M3 16v3a2 2 0 0 0 2 2h3" }],
    ["path", { d: "M16 21h3a2 2 0 0 0 2-2v-3" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/menu.mjs
  var Menu = [
    ["path", { d: "M4 5h16" }],
    ["path", { d: "M4 12h16" }],
    ["path", { d: "M4 19h16" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/minus.mjs
  var Minus = [["path", { d: "M5 12h14" }]];

  // ../../../node_modules/lucide/dist/esm/icons/moon.mjs
  var Moon = [
    [
      "path",
      {
        d: "M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401"
      }
    ]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/pentagon.mjs
  var Pentagon = [
    [
      "path",
      {
        d: "M10.83 2.38a2 2 0 0 1 2.34 0l8 5.74a2 2 0 0 1 .73 2.25l-3.04 9.26a2 2 0 0 1-1.9 1.37H7.04a2 2 0 0 1-1.9-1.37L2.1 10.37a2 2 0 0 1 .73-2.25z"
      }
    ]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/plus.mjs
  var Plus = [
    ["path", { d: "M5 12h14" }],
    ["path", { d: "M12 5v14" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/printer.mjs
  var Printer = [
    ["path", { d: "M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2" }],
    ["path", { d: "M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6" }],
    ["rect", { x: "6", y: "14", width: "12", height: "8", rx: "1" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/ruler.mjs
  var Ruler = [
    [
      "path",
      {
        d: "M21.3 15.3a2.4 2.4 0 0 1 0 3.4l-2.6 2.6a2.4 2.4 0 0 1-3.4 0L2.7 8.7a2.41 2.41 0 0 1 0-3.4l2.6-2.6a2.41 2.41 0 0 1 3.4 0Z"
      }
    ],
    ["path", { d: "m14.5 12.5 2-2" }],
    ["path", { d: "m11.5 9.5 2-2" }],
    ["path", { d: "m8.5 6.5 2-2" }],
    ["path", { d: "m17.5 15.5 2-2" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/search.mjs
  var Search = [
    ["path", { d: "m21 21-4.34-4.34" }],
    ["circle", { cx: "11", cy: "11", r: "8" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/sun-moon.mjs
  var SunMoon = [
    ["path", { d: "M12 2v2" }],
    [
      "path",
      {
        d: "M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715"
      }
    ],
    ["path", { d: "M16 12a4 4 0 0 0-4-4" }],
    ["path", { d: "m19 5-1.256 1.256" }],
    ["path", { d: "M20 12h2" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/sun.mjs
  var Sun = [
    ["circle", { cx: "12", cy: "12", r: "4" }],
    ["path", { d: "M12 2v2" }],
    ["path", { d: "M12 20v2" }],
    ["path", { d: "m4.93 4.93 1.41 1.41" }],
    ["path", { d: "m17.66 17.66 1.41 1.41" }],
    ["path", { d: "M2 12h2" }],
    ["path", { d: "M20 12h2" }],
    ["path", { d: "m6.34 17.66-1.41 1.41" }],
    ["path", { d: "m19.07 4.93-1.41 1.41" }]
  ];

  // ../../../node_modules/lucide/dist/esm/icons/x.mjs
  var X = [
    ["path", { d: "M18 6 6 18" }],
    ["path", { d: "m6 6 12 12" }]
  ];

  // src/elements/icon.js
  var ICONS = {
    area: Pentagon,
    auto: SunMoon,
    close: X,
    compare: Columns3,
    dark: Moon,
    download: Download,
    layers: Layers,
    length: Ruler,
    light: Sun,
    menu: Menu,
    minus: Minus,
    picture: Image2,
    place: Crosshair,
    plus: Plus,
    print: Printer,
    search: Search,
    unfold: ChevronDown,
    whole: Maximize
  };
  function icon(name) {
    const shapes = ICONS[name].map(([tag, attributes]) => k(
      tag,
      /** @type {object} */
      attributes
    ));
    return k("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, shapes);
  }

  // ../../../node_modules/d3-array/dist/d3-array.mjs
  function ascending(a2, b) {
    return a2 == null || b == null ? NaN : a2 < b ? -1 : a2 > b ? 1 : a2 >= b ? 0 : NaN;
  }
  function descending(a2, b) {
    return a2 == null || b == null ? NaN : b < a2 ? -1 : b > a2 ? 1 : b >= a2 ? 0 : NaN;
  }
  function bisector(f2) {
    let compare1, compare22, delta;
    if (f2.length !== 2) {
      compare1 = ascending;
      compare22 = (d2, x3) => ascending(f2(d2), x3);
      delta = (d2, x3) => f2(d2) - x3;
    } else {
      compare1 = f2 === ascending || f2 === descending ? f2 : zero;
      compare22 = f2;
      delta = f2;
    }
    function left(a2, x3, lo = 0, hi = a2.length) {
      if (lo < hi) {
        if (compare1(x3, x3) !== 0) return hi;
        do {
          const mid = lo + hi >>> 1;
          if (compare22(a2[mid], x3) < 0) lo = mid + 1;
          else hi = mid;
        } while (lo < hi);
      }
      return lo;
    }
    function right(a2, x3, lo = 0, hi = a2.length) {
      if (lo < hi) {
        if (compare1(x3, x3) !== 0) return hi;
        do {
          const mid = lo + hi >>> 1;
          if (compare22(a2[mid], x3) <= 0) lo = mid + 1;
          else hi = mid;
        } while (lo < hi);
      }
      return lo;
    }
    function center(a2, x3, lo = 0, hi = a2.length) {
      const i3 = left(a2, x3, lo, hi - 1);
      return i3 > lo && delta(a2[i3 - 1], x3) > -delta(a2[i3], x3) ? i3 - 1 : i3;
    }
    return { left, center, right };
  }
  function zero() {
    return 0;
  }
  function number(x3) {
    return x3 === null ? NaN : +x3;
  }
  var ascendingBisect = bisector(ascending);
  var bisectRight = ascendingBisect.right;
  var bisectLeft = ascendingBisect.left;
  var bisectCenter = bisector(number).center;
  var blur2 = Blur2(blurf);
  var blurImage = Blur2(blurfImage);
  function Blur2(blur) {
    return function(data, rx, ry = rx) {
      if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
      if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
      let { data: values, width, height } = data;
      if (!((width = Math.floor(width)) >= 0)) throw new RangeError("invalid width");
      if (!((height = Math.floor(height !== void 0 ? height : values.length / width)) >= 0)) throw new RangeError("invalid height");
      if (!width || !height || !rx && !ry) return data;
      const blurx = rx && blur(rx);
      const blury = ry && blur(ry);
      const temp = values.slice();
      if (blurx && blury) {
        blurh(blurx, temp, values, width, height);
        blurh(blurx, values, temp, width, height);
        blurh(blurx, temp, values, width, height);
        blurv(blury, values, temp, width, height);
        blurv(blury, temp, values, width, height);
        blurv(blury, values, temp, width, height);
      } else if (blurx) {
        blurh(blurx, values, temp, width, height);
        blurh(blurx, temp, values, width, height);
        blurh(blurx, values, temp, width, height);
      } else if (blury) {
        blurv(blury, values, temp, width, height);
        blurv(blury, temp, values, width, height);
        blurv(blury, values, temp, width, height);
      }
      return data;
    };
  }
  function blurh(blur, T2, S2, w2, h2) {
    for (let y2 = 0, n3 = w2 * h2; y2 < n3; ) {
      blur(T2, S2, y2, y2 += w2, 1);
    }
  }
  function blurv(blur, T2, S2, w2, h2) {
    for (let x3 = 0, n3 = w2 * h2; x3 < w2; ++x3) {
      blur(T2, S2, x3, x3 + n3, w2);
    }
  }
  function blurfImage(radius) {
    const blur = blurf(radius);
    return (T2, S2, start2, stop, step) => {
      start2 <<= 2, stop <<= 2, step <<= 2;
      blur(T2, S2, start2 + 0, stop + 0, step);
      blur(T2, S2, start2 + 1, stop + 1, step);
      blur(T2, S2, start2 + 2, stop + 2, step);
      blur(T2, S2, start2 + 3, stop + 3, step);
    };
  }
  function blurf(radius) {
    const radius0 = Math.floor(radius);
    if (radius0 === radius) return bluri(radius);
    const t4 = radius - radius0;
    const w2 = 2 * radius + 1;
    return (T2, S2, start2, stop, step) => {
      if (!((stop -= step) >= start2)) return;
      let sum2 = radius0 * S2[start2];
      const s0 = step * radius0;
      const s1 = s0 + step;
      for (let i3 = start2, j2 = start2 + s0; i3 < j2; i3 += step) {
        sum2 += S2[Math.min(stop, i3)];
      }
      for (let i3 = start2, j2 = stop; i3 <= j2; i3 += step) {
        sum2 += S2[Math.min(stop, i3 + s0)];
        T2[i3] = (sum2 + t4 * (S2[Math.max(start2, i3 - s1)] + S2[Math.min(stop, i3 + s1)])) / w2;
        sum2 -= S2[Math.max(start2, i3 - s0)];
      }
    };
  }
  function bluri(radius) {
    const w2 = 2 * radius + 1;
    return (T2, S2, start2, stop, step) => {
      if (!((stop -= step) >= start2)) return;
      let sum2 = radius * S2[start2];
      const s2 = step * radius;
      for (let i3 = start2, j2 = start2 + s2; i3 < j2; i3 += step) {
        sum2 += S2[Math.min(stop, i3)];
      }
      for (let i3 = start2, j2 = stop; i3 <= j2; i3 += step) {
        sum2 += S2[Math.min(stop, i3 + s2)];
        T2[i3] = sum2 / w2;
        sum2 -= S2[Math.max(start2, i3 - s2)];
      }
    };
  }
  var array = Array.prototype;
  var slice = array.slice;
  var e10 = Math.sqrt(50);
  var e5 = Math.sqrt(10);
  var e2 = Math.sqrt(2);
  function tickSpec(start2, stop, count) {
    const step = (stop - start2) / Math.max(0, count), power = Math.floor(Math.log10(step)), error = step / Math.pow(10, power), factor = error >= e10 ? 10 : error >= e5 ? 5 : error >= e2 ? 2 : 1;
    let i1, i22, inc;
    if (power < 0) {
      inc = Math.pow(10, -power) / factor;
      i1 = Math.round(start2 * inc);
      i22 = Math.round(stop * inc);
      if (i1 / inc < start2) ++i1;
      if (i22 / inc > stop) --i22;
      inc = -inc;
    } else {
      inc = Math.pow(10, power) * factor;
      i1 = Math.round(start2 / inc);
      i22 = Math.round(stop / inc);
      if (i1 * inc < start2) ++i1;
      if (i22 * inc > stop) --i22;
    }
    if (i22 < i1 && 0.5 <= count && count < 2) return tickSpec(start2, stop, count * 2);
    return [i1, i22, inc];
  }
  function ticks(start2, stop, count) {
    stop = +stop, start2 = +start2, count = +count;
    if (!(count > 0)) return [];
    if (start2 === stop) return [start2];
    const reverse = stop < start2, [i1, i22, inc] = reverse ? tickSpec(stop, start2, count) : tickSpec(start2, stop, count);
    if (!(i22 >= i1)) return [];
    const n3 = i22 - i1 + 1, ticks2 = new Array(n3);
    if (reverse) {
      if (inc < 0) for (let i3 = 0; i3 < n3; ++i3) ticks2[i3] = (i22 - i3) / -inc;
      else for (let i3 = 0; i3 < n3; ++i3) ticks2[i3] = (i22 - i3) * inc;
    } else {
      if (inc < 0) for (let i3 = 0; i3 < n3; ++i3) ticks2[i3] = (i1 + i3) / -inc;
      else for (let i3 = 0; i3 < n3; ++i3) ticks2[i3] = (i1 + i3) * inc;
    }
    return ticks2;
  }
  function tickIncrement(start2, stop, count) {
    stop = +stop, start2 = +start2, count = +count;
    return tickSpec(start2, stop, count)[2];
  }
  function tickStep(start2, stop, count) {
    stop = +stop, start2 = +start2, count = +count;
    const reverse = stop < start2, inc = reverse ? tickIncrement(stop, start2, count) : tickIncrement(start2, stop, count);
    return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
  }
  var shuffle = shuffler(Math.random);
  function shuffler(random) {
    return function shuffle2(array2, i0 = 0, i1 = array2.length) {
      let m2 = i1 - (i0 = +i0);
      while (m2) {
        const i3 = random() * m2-- | 0, t4 = array2[m2 + i0];
        array2[m2 + i0] = array2[i3 + i0];
        array2[i3 + i0] = t4;
      }
      return array2;
    };
  }

  // ../../../node_modules/d3-color/dist/d3-color.mjs
  function define(constructor, factory, prototype) {
    constructor.prototype = factory.prototype = prototype;
    prototype.constructor = constructor;
  }
  function extend(parent, definition) {
    var prototype = Object.create(parent.prototype);
    for (var key in definition) prototype[key] = definition[key];
    return prototype;
  }
  function Color() {
  }
  var darker = 0.7;
  var brighter = 1 / darker;
  var reI = "\\s*([+-]?\\d+)\\s*";
  var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
  var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
  var reHex = /^#([0-9a-f]{3,8})$/;
  var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
  var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
  var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
  var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
  var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
  var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
  var named = {
    aliceblue: 15792383,
    antiquewhite: 16444375,
    aqua: 65535,
    aquamarine: 8388564,
    azure: 15794175,
    beige: 16119260,
    bisque: 16770244,
    black: 0,
    blanchedalmond: 16772045,
    blue: 255,
    blueviolet: 9055202,
    brown: 10824234,
    burlywood: 14596231,
    cadetblue: 6266528,
    chartreuse: 8388352,
    chocolate: 13789470,
    coral: 16744272,
    cornflowerblue: 6591981,
    cornsilk: 16775388,
    crimson: 14423100,
    cyan: 65535,
    darkblue: 139,
    darkcyan: 35723,
    darkgoldenrod: 12092939,
    darkgray: 11119017,
    darkgreen: 25600,
    darkgrey: 11119017,
    darkkhaki: 12433259,
    darkmagenta: 9109643,
    darkolivegreen: 5597999,
    darkorange: 16747520,
    darkorchid: 10040012,
    darkred: 9109504,
    darksalmon: 15308410,
    darkseagreen: 9419919,
    darkslateblue: 4734347,
    darkslategray: 3100495,
    darkslategrey: 3100495,
    darkturquoise: 52945,
    darkviolet: 9699539,
    deeppink: 16716947,
    deepskyblue: 49151,
    dimgray: 6908265,
    dimgrey: 6908265,
    dodgerblue: 2003199,
    firebrick: 11674146,
    floralwhite: 16775920,
    forestgreen: 2263842,
    fuchsia: 16711935,
    gainsboro: 14474460,
    ghostwhite: 16316671,
    gold: 16766720,
    goldenrod: 14329120,
    gray: 8421504,
    green: 32768,
    greenyellow: 11403055,
    grey: 8421504,
    honeydew: 15794160,
    hotpink: 16738740,
    indianred: 13458524,
    indigo: 4915330,
    ivory: 16777200,
    khaki: 15787660,
    lavender: 15132410,
    lavenderblush: 16773365,
    lawngreen: 8190976,
    lemonchiffon: 16775885,
    lightblue: 11393254,
    lightcoral: 15761536,
    lightcyan: 14745599,
    lightgoldenrodyellow: 16448210,
    lightgray: 13882323,
    lightgreen: 9498256,
    lightgrey: 13882323,
    lightpink: 16758465,
    lightsalmon: 16752762,
    lightseagreen: 2142890,
    lightskyblue: 8900346,
    lightslategray: 7833753,
    lightslategrey: 7833753,
    lightsteelblue: 11584734,
    lightyellow: 16777184,
    lime: 65280,
    limegreen: 3329330,
    linen: 16445670,
    magenta: 16711935,
    maroon: 8388608,
    mediumaquamarine: 6737322,
    mediumblue: 205,
    mediumorchid: 12211667,
    mediumpurple: 9662683,
    mediumseagreen: 3978097,
    mediumslateblue: 8087790,
    mediumspringgreen: 64154,
    mediumturquoise: 4772300,
    mediumvioletred: 13047173,
    midnightblue: 1644912,
    mintcream: 16121850,
    mistyrose: 16770273,
    moccasin: 16770229,
    navajowhite: 16768685,
    navy: 128,
    oldlace: 16643558,
    olive: 8421376,
    olivedrab: 7048739,
    orange: 16753920,
    orangered: 16729344,
    orchid: 14315734,
    palegoldenrod: 15657130,
    palegreen: 10025880,
    paleturquoise: 11529966,
    palevioletred: 14381203,
    papayawhip: 16773077,
    peachpuff: 16767673,
    peru: 13468991,
    pink: 16761035,
    plum: 14524637,
    powderblue: 11591910,
    purple: 8388736,
    rebeccapurple: 6697881,
    red: 16711680,
    rosybrown: 12357519,
    royalblue: 4286945,
    saddlebrown: 9127187,
    salmon: 16416882,
    sandybrown: 16032864,
    seagreen: 3050327,
    seashell: 16774638,
    sienna: 10506797,
    silver: 12632256,
    skyblue: 8900331,
    slateblue: 6970061,
    slategray: 7372944,
    slategrey: 7372944,
    snow: 16775930,
    springgreen: 65407,
    steelblue: 4620980,
    tan: 13808780,
    teal: 32896,
    thistle: 14204888,
    tomato: 16737095,
    turquoise: 4251856,
    violet: 15631086,
    wheat: 16113331,
    white: 16777215,
    whitesmoke: 16119285,
    yellow: 16776960,
    yellowgreen: 10145074
  };
  define(Color, color, {
    copy(channels) {
      return Object.assign(new this.constructor(), this, channels);
    },
    displayable() {
      return this.rgb().displayable();
    },
    hex: color_formatHex,
    // Deprecated! Use color.formatHex.
    formatHex: color_formatHex,
    formatHex8: color_formatHex8,
    formatHsl: color_formatHsl,
    formatRgb: color_formatRgb,
    toString: color_formatRgb
  });
  function color_formatHex() {
    return this.rgb().formatHex();
  }
  function color_formatHex8() {
    return this.rgb().formatHex8();
  }
  function color_formatHsl() {
    return hslConvert(this).formatHsl();
  }
  function color_formatRgb() {
    return this.rgb().formatRgb();
  }
  function color(format2) {
    var m2, l2;
    format2 = (format2 + "").trim().toLowerCase();
    return (m2 = reHex.exec(format2)) ? (l2 = m2[1].length, m2 = parseInt(m2[1], 16), l2 === 6 ? rgbn(m2) : l2 === 3 ? new Rgb(m2 >> 8 & 15 | m2 >> 4 & 240, m2 >> 4 & 15 | m2 & 240, (m2 & 15) << 4 | m2 & 15, 1) : l2 === 8 ? rgba(m2 >> 24 & 255, m2 >> 16 & 255, m2 >> 8 & 255, (m2 & 255) / 255) : l2 === 4 ? rgba(m2 >> 12 & 15 | m2 >> 8 & 240, m2 >> 8 & 15 | m2 >> 4 & 240, m2 >> 4 & 15 | m2 & 240, ((m2 & 15) << 4 | m2 & 15) / 255) : null) : (m2 = reRgbInteger.exec(format2)) ? new Rgb(m2[1], m2[2], m2[3], 1) : (m2 = reRgbPercent.exec(format2)) ? new Rgb(m2[1] * 255 / 100, m2[2] * 255 / 100, m2[3] * 255 / 100, 1) : (m2 = reRgbaInteger.exec(format2)) ? rgba(m2[1], m2[2], m2[3], m2[4]) : (m2 = reRgbaPercent.exec(format2)) ? rgba(m2[1] * 255 / 100, m2[2] * 255 / 100, m2[3] * 255 / 100, m2[4]) : (m2 = reHslPercent.exec(format2)) ? hsla(m2[1], m2[2] / 100, m2[3] / 100, 1) : (m2 = reHslaPercent.exec(format2)) ? hsla(m2[1], m2[2] / 100, m2[3] / 100, m2[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
  }
  function rgbn(n3) {
    return new Rgb(n3 >> 16 & 255, n3 >> 8 & 255, n3 & 255, 1);
  }
  function rgba(r2, g2, b, a2) {
    if (a2 <= 0) r2 = g2 = b = NaN;
    return new Rgb(r2, g2, b, a2);
  }
  function rgbConvert(o2) {
    if (!(o2 instanceof Color)) o2 = color(o2);
    if (!o2) return new Rgb();
    o2 = o2.rgb();
    return new Rgb(o2.r, o2.g, o2.b, o2.opacity);
  }
  function rgb(r2, g2, b, opacity) {
    return arguments.length === 1 ? rgbConvert(r2) : new Rgb(r2, g2, b, opacity == null ? 1 : opacity);
  }
  function Rgb(r2, g2, b, opacity) {
    this.r = +r2;
    this.g = +g2;
    this.b = +b;
    this.opacity = +opacity;
  }
  define(Rgb, rgb, extend(Color, {
    brighter(k2) {
      k2 = k2 == null ? brighter : Math.pow(brighter, k2);
      return new Rgb(this.r * k2, this.g * k2, this.b * k2, this.opacity);
    },
    darker(k2) {
      k2 = k2 == null ? darker : Math.pow(darker, k2);
      return new Rgb(this.r * k2, this.g * k2, this.b * k2, this.opacity);
    },
    rgb() {
      return this;
    },
    clamp() {
      return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
    },
    displayable() {
      return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
    },
    hex: rgb_formatHex,
    // Deprecated! Use color.formatHex.
    formatHex: rgb_formatHex,
    formatHex8: rgb_formatHex8,
    formatRgb: rgb_formatRgb,
    toString: rgb_formatRgb
  }));
  function rgb_formatHex() {
    return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}`;
  }
  function rgb_formatHex8() {
    return `#${hex(this.r)}${hex(this.g)}${hex(this.b)}${hex((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
  }
  function rgb_formatRgb() {
    const a2 = clampa(this.opacity);
    return `${a2 === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a2 === 1 ? ")" : `, ${a2})`}`;
  }
  function clampa(opacity) {
    return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
  }
  function clampi(value2) {
    return Math.max(0, Math.min(255, Math.round(value2) || 0));
  }
  function hex(value2) {
    value2 = clampi(value2);
    return (value2 < 16 ? "0" : "") + value2.toString(16);
  }
  function hsla(h2, s2, l2, a2) {
    if (a2 <= 0) h2 = s2 = l2 = NaN;
    else if (l2 <= 0 || l2 >= 1) h2 = s2 = NaN;
    else if (s2 <= 0) h2 = NaN;
    return new Hsl(h2, s2, l2, a2);
  }
  function hslConvert(o2) {
    if (o2 instanceof Hsl) return new Hsl(o2.h, o2.s, o2.l, o2.opacity);
    if (!(o2 instanceof Color)) o2 = color(o2);
    if (!o2) return new Hsl();
    if (o2 instanceof Hsl) return o2;
    o2 = o2.rgb();
    var r2 = o2.r / 255, g2 = o2.g / 255, b = o2.b / 255, min = Math.min(r2, g2, b), max = Math.max(r2, g2, b), h2 = NaN, s2 = max - min, l2 = (max + min) / 2;
    if (s2) {
      if (r2 === max) h2 = (g2 - b) / s2 + (g2 < b) * 6;
      else if (g2 === max) h2 = (b - r2) / s2 + 2;
      else h2 = (r2 - g2) / s2 + 4;
      s2 /= l2 < 0.5 ? max + min : 2 - max - min;
      h2 *= 60;
    } else {
      s2 = l2 > 0 && l2 < 1 ? 0 : h2;
    }
    return new Hsl(h2, s2, l2, o2.opacity);
  }
  function hsl(h2, s2, l2, opacity) {
    return arguments.length === 1 ? hslConvert(h2) : new Hsl(h2, s2, l2, opacity == null ? 1 : opacity);
  }
  function Hsl(h2, s2, l2, opacity) {
    this.h = +h2;
    this.s = +s2;
    this.l = +l2;
    this.opacity = +opacity;
  }
  define(Hsl, hsl, extend(Color, {
    brighter(k2) {
      k2 = k2 == null ? brighter : Math.pow(brighter, k2);
      return new Hsl(this.h, this.s, this.l * k2, this.opacity);
    },
    darker(k2) {
      k2 = k2 == null ? darker : Math.pow(darker, k2);
      return new Hsl(this.h, this.s, this.l * k2, this.opacity);
    },
    rgb() {
      var h2 = this.h % 360 + (this.h < 0) * 360, s2 = isNaN(h2) || isNaN(this.s) ? 0 : this.s, l2 = this.l, m2 = l2 + (l2 < 0.5 ? l2 : 1 - l2) * s2, m1 = 2 * l2 - m2;
      return new Rgb(
        hsl2rgb(h2 >= 240 ? h2 - 240 : h2 + 120, m1, m2),
        hsl2rgb(h2, m1, m2),
        hsl2rgb(h2 < 120 ? h2 + 240 : h2 - 120, m1, m2),
        this.opacity
      );
    },
    clamp() {
      return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
    },
    displayable() {
      return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
    },
    formatHsl() {
      const a2 = clampa(this.opacity);
      return `${a2 === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a2 === 1 ? ")" : `, ${a2})`}`;
    }
  }));
  function clamph(value2) {
    value2 = (value2 || 0) % 360;
    return value2 < 0 ? value2 + 360 : value2;
  }
  function clampt(value2) {
    return Math.max(0, Math.min(1, value2 || 0));
  }
  function hsl2rgb(h2, m1, m2) {
    return (h2 < 60 ? m1 + (m2 - m1) * h2 / 60 : h2 < 180 ? m2 : h2 < 240 ? m1 + (m2 - m1) * (240 - h2) / 60 : m1) * 255;
  }
  var radians = Math.PI / 180;
  var degrees = 180 / Math.PI;
  var K2 = 18;
  var Xn = 0.96422;
  var Yn = 1;
  var Zn = 0.82521;
  var t0 = 4 / 29;
  var t1 = 6 / 29;
  var t22 = 3 * t1 * t1;
  var t3 = t1 * t1 * t1;
  function labConvert(o2) {
    if (o2 instanceof Lab) return new Lab(o2.l, o2.a, o2.b, o2.opacity);
    if (o2 instanceof Hcl) return hcl2lab(o2);
    if (!(o2 instanceof Rgb)) o2 = rgbConvert(o2);
    var r2 = rgb2lrgb(o2.r), g2 = rgb2lrgb(o2.g), b = rgb2lrgb(o2.b), y2 = xyz2lab((0.2225045 * r2 + 0.7168786 * g2 + 0.0606169 * b) / Yn), x3, z2;
    if (r2 === g2 && g2 === b) x3 = z2 = y2;
    else {
      x3 = xyz2lab((0.4360747 * r2 + 0.3850649 * g2 + 0.1430804 * b) / Xn);
      z2 = xyz2lab((0.0139322 * r2 + 0.0971045 * g2 + 0.7141733 * b) / Zn);
    }
    return new Lab(116 * y2 - 16, 500 * (x3 - y2), 200 * (y2 - z2), o2.opacity);
  }
  function lab(l2, a2, b, opacity) {
    return arguments.length === 1 ? labConvert(l2) : new Lab(l2, a2, b, opacity == null ? 1 : opacity);
  }
  function Lab(l2, a2, b, opacity) {
    this.l = +l2;
    this.a = +a2;
    this.b = +b;
    this.opacity = +opacity;
  }
  define(Lab, lab, extend(Color, {
    brighter(k2) {
      return new Lab(this.l + K2 * (k2 == null ? 1 : k2), this.a, this.b, this.opacity);
    },
    darker(k2) {
      return new Lab(this.l - K2 * (k2 == null ? 1 : k2), this.a, this.b, this.opacity);
    },
    rgb() {
      var y2 = (this.l + 16) / 116, x3 = isNaN(this.a) ? y2 : y2 + this.a / 500, z2 = isNaN(this.b) ? y2 : y2 - this.b / 200;
      x3 = Xn * lab2xyz(x3);
      y2 = Yn * lab2xyz(y2);
      z2 = Zn * lab2xyz(z2);
      return new Rgb(
        lrgb2rgb(3.1338561 * x3 - 1.6168667 * y2 - 0.4906146 * z2),
        lrgb2rgb(-0.9787684 * x3 + 1.9161415 * y2 + 0.033454 * z2),
        lrgb2rgb(0.0719453 * x3 - 0.2289914 * y2 + 1.4052427 * z2),
        this.opacity
      );
    }
  }));
  function xyz2lab(t4) {
    return t4 > t3 ? Math.pow(t4, 1 / 3) : t4 / t22 + t0;
  }
  function lab2xyz(t4) {
    return t4 > t1 ? t4 * t4 * t4 : t22 * (t4 - t0);
  }
  function lrgb2rgb(x3) {
    return 255 * (x3 <= 31308e-7 ? 12.92 * x3 : 1.055 * Math.pow(x3, 1 / 2.4) - 0.055);
  }
  function rgb2lrgb(x3) {
    return (x3 /= 255) <= 0.04045 ? x3 / 12.92 : Math.pow((x3 + 0.055) / 1.055, 2.4);
  }
  function hclConvert(o2) {
    if (o2 instanceof Hcl) return new Hcl(o2.h, o2.c, o2.l, o2.opacity);
    if (!(o2 instanceof Lab)) o2 = labConvert(o2);
    if (o2.a === 0 && o2.b === 0) return new Hcl(NaN, 0 < o2.l && o2.l < 100 ? 0 : NaN, o2.l, o2.opacity);
    var h2 = Math.atan2(o2.b, o2.a) * degrees;
    return new Hcl(h2 < 0 ? h2 + 360 : h2, Math.sqrt(o2.a * o2.a + o2.b * o2.b), o2.l, o2.opacity);
  }
  function hcl(h2, c2, l2, opacity) {
    return arguments.length === 1 ? hclConvert(h2) : new Hcl(h2, c2, l2, opacity == null ? 1 : opacity);
  }
  function Hcl(h2, c2, l2, opacity) {
    this.h = +h2;
    this.c = +c2;
    this.l = +l2;
    this.opacity = +opacity;
  }
  function hcl2lab(o2) {
    if (isNaN(o2.h)) return new Lab(o2.l, 0, 0, o2.opacity);
    var h2 = o2.h * radians;
    return new Lab(o2.l, Math.cos(h2) * o2.c, Math.sin(h2) * o2.c, o2.opacity);
  }
  define(Hcl, hcl, extend(Color, {
    brighter(k2) {
      return new Hcl(this.h, this.c, this.l + K2 * (k2 == null ? 1 : k2), this.opacity);
    },
    darker(k2) {
      return new Hcl(this.h, this.c, this.l - K2 * (k2 == null ? 1 : k2), this.opacity);
    },
    rgb() {
      return hcl2lab(this).rgb();
    }
  }));
  var A2 = -0.14861;
  var B2 = 1.78277;
  var C2 = -0.29227;
  var D2 = -0.90649;
  var E2 = 1.97294;
  var ED = E2 * D2;
  var EB = E2 * B2;
  var BC_DA = B2 * C2 - D2 * A2;
  function cubehelixConvert(o2) {
    if (o2 instanceof Cubehelix) return new Cubehelix(o2.h, o2.s, o2.l, o2.opacity);
    if (!(o2 instanceof Rgb)) o2 = rgbConvert(o2);
    var r2 = o2.r / 255, g2 = o2.g / 255, b = o2.b / 255, l2 = (BC_DA * b + ED * r2 - EB * g2) / (BC_DA + ED - EB), bl = b - l2, k2 = (E2 * (g2 - l2) - C2 * bl) / D2, s2 = Math.sqrt(k2 * k2 + bl * bl) / (E2 * l2 * (1 - l2)), h2 = s2 ? Math.atan2(k2, bl) * degrees - 120 : NaN;
    return new Cubehelix(h2 < 0 ? h2 + 360 : h2, s2, l2, o2.opacity);
  }
  function cubehelix(h2, s2, l2, opacity) {
    return arguments.length === 1 ? cubehelixConvert(h2) : new Cubehelix(h2, s2, l2, opacity == null ? 1 : opacity);
  }
  function Cubehelix(h2, s2, l2, opacity) {
    this.h = +h2;
    this.s = +s2;
    this.l = +l2;
    this.opacity = +opacity;
  }
  define(Cubehelix, cubehelix, extend(Color, {
    brighter(k2) {
      k2 = k2 == null ? brighter : Math.pow(brighter, k2);
      return new Cubehelix(this.h, this.s, this.l * k2, this.opacity);
    },
    darker(k2) {
      k2 = k2 == null ? darker : Math.pow(darker, k2);
      return new Cubehelix(this.h, this.s, this.l * k2, this.opacity);
    },
    rgb() {
      var h2 = isNaN(this.h) ? 0 : (this.h + 120) * radians, l2 = +this.l, a2 = isNaN(this.s) ? 0 : this.s * l2 * (1 - l2), cosh2 = Math.cos(h2), sinh2 = Math.sin(h2);
      return new Rgb(
        255 * (l2 + a2 * (A2 * cosh2 + B2 * sinh2)),
        255 * (l2 + a2 * (C2 * cosh2 + D2 * sinh2)),
        255 * (l2 + a2 * (E2 * cosh2)),
        this.opacity
      );
    }
  }));

  // ../../../node_modules/d3-interpolate/dist/d3-interpolate.mjs
  function basis(t12, v0, v1, v2, v3) {
    var t23 = t12 * t12, t32 = t23 * t12;
    return ((1 - 3 * t12 + 3 * t23 - t32) * v0 + (4 - 6 * t23 + 3 * t32) * v1 + (1 + 3 * t12 + 3 * t23 - 3 * t32) * v2 + t32 * v3) / 6;
  }
  function basis$1(values) {
    var n3 = values.length - 1;
    return function(t4) {
      var i3 = t4 <= 0 ? t4 = 0 : t4 >= 1 ? (t4 = 1, n3 - 1) : Math.floor(t4 * n3), v1 = values[i3], v2 = values[i3 + 1], v0 = i3 > 0 ? values[i3 - 1] : 2 * v1 - v2, v3 = i3 < n3 - 1 ? values[i3 + 2] : 2 * v2 - v1;
      return basis((t4 - i3 / n3) * n3, v0, v1, v2, v3);
    };
  }
  function basisClosed(values) {
    var n3 = values.length;
    return function(t4) {
      var i3 = Math.floor(((t4 %= 1) < 0 ? ++t4 : t4) * n3), v0 = values[(i3 + n3 - 1) % n3], v1 = values[i3 % n3], v2 = values[(i3 + 1) % n3], v3 = values[(i3 + 2) % n3];
      return basis((t4 - i3 / n3) * n3, v0, v1, v2, v3);
    };
  }
  var constant = (x3) => () => x3;
  function linear(a2, d2) {
    return function(t4) {
      return a2 + t4 * d2;
    };
  }
  function exponential(a2, b, y2) {
    return a2 = Math.pow(a2, y2), b = Math.pow(b, y2) - a2, y2 = 1 / y2, function(t4) {
      return Math.pow(a2 + t4 * b, y2);
    };
  }
  function hue$1(a2, b) {
    var d2 = b - a2;
    return d2 ? linear(a2, d2 > 180 || d2 < -180 ? d2 - 360 * Math.round(d2 / 360) : d2) : constant(isNaN(a2) ? b : a2);
  }
  function gamma(y2) {
    return (y2 = +y2) === 1 ? nogamma : function(a2, b) {
      return b - a2 ? exponential(a2, b, y2) : constant(isNaN(a2) ? b : a2);
    };
  }
  function nogamma(a2, b) {
    var d2 = b - a2;
    return d2 ? linear(a2, d2) : constant(isNaN(a2) ? b : a2);
  }
  var rgb2 = (function rgbGamma(y2) {
    var color2 = gamma(y2);
    function rgb3(start2, end) {
      var r2 = color2((start2 = rgb(start2)).r, (end = rgb(end)).r), g2 = color2(start2.g, end.g), b = color2(start2.b, end.b), opacity = nogamma(start2.opacity, end.opacity);
      return function(t4) {
        start2.r = r2(t4);
        start2.g = g2(t4);
        start2.b = b(t4);
        start2.opacity = opacity(t4);
        return start2 + "";
      };
    }
    rgb3.gamma = rgbGamma;
    return rgb3;
  })(1);
  function rgbSpline(spline) {
    return function(colors) {
      var n3 = colors.length, r2 = new Array(n3), g2 = new Array(n3), b = new Array(n3), i3, color2;
      for (i3 = 0; i3 < n3; ++i3) {
        color2 = rgb(colors[i3]);
        r2[i3] = color2.r || 0;
        g2[i3] = color2.g || 0;
        b[i3] = color2.b || 0;
      }
      r2 = spline(r2);
      g2 = spline(g2);
      b = spline(b);
      color2.opacity = 1;
      return function(t4) {
        color2.r = r2(t4);
        color2.g = g2(t4);
        color2.b = b(t4);
        return color2 + "";
      };
    };
  }
  var rgbBasis = rgbSpline(basis$1);
  var rgbBasisClosed = rgbSpline(basisClosed);
  function numberArray(a2, b) {
    if (!b) b = [];
    var n3 = a2 ? Math.min(b.length, a2.length) : 0, c2 = b.slice(), i3;
    return function(t4) {
      for (i3 = 0; i3 < n3; ++i3) c2[i3] = a2[i3] * (1 - t4) + b[i3] * t4;
      return c2;
    };
  }
  function isNumberArray(x3) {
    return ArrayBuffer.isView(x3) && !(x3 instanceof DataView);
  }
  function genericArray(a2, b) {
    var nb = b ? b.length : 0, na = a2 ? Math.min(nb, a2.length) : 0, x3 = new Array(na), c2 = new Array(nb), i3;
    for (i3 = 0; i3 < na; ++i3) x3[i3] = value(a2[i3], b[i3]);
    for (; i3 < nb; ++i3) c2[i3] = b[i3];
    return function(t4) {
      for (i3 = 0; i3 < na; ++i3) c2[i3] = x3[i3](t4);
      return c2;
    };
  }
  function date(a2, b) {
    var d2 = /* @__PURE__ */ new Date();
    return a2 = +a2, b = +b, function(t4) {
      return d2.setTime(a2 * (1 - t4) + b * t4), d2;
    };
  }
  function number2(a2, b) {
    return a2 = +a2, b = +b, function(t4) {
      return a2 * (1 - t4) + b * t4;
    };
  }
  function object(a2, b) {
    var i3 = {}, c2 = {}, k2;
    if (a2 === null || typeof a2 !== "object") a2 = {};
    if (b === null || typeof b !== "object") b = {};
    for (k2 in b) {
      if (k2 in a2) {
        i3[k2] = value(a2[k2], b[k2]);
      } else {
        c2[k2] = b[k2];
      }
    }
    return function(t4) {
      for (k2 in i3) c2[k2] = i3[k2](t4);
      return c2;
    };
  }
  var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
  var reB = new RegExp(reA.source, "g");
  function zero2(b) {
    return function() {
      return b;
    };
  }
  function one(b) {
    return function(t4) {
      return b(t4) + "";
    };
  }
  function string(a2, b) {
    var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i3 = -1, s2 = [], q2 = [];
    a2 = a2 + "", b = b + "";
    while ((am = reA.exec(a2)) && (bm = reB.exec(b))) {
      if ((bs = bm.index) > bi) {
        bs = b.slice(bi, bs);
        if (s2[i3]) s2[i3] += bs;
        else s2[++i3] = bs;
      }
      if ((am = am[0]) === (bm = bm[0])) {
        if (s2[i3]) s2[i3] += bm;
        else s2[++i3] = bm;
      } else {
        s2[++i3] = null;
        q2.push({ i: i3, x: number2(am, bm) });
      }
      bi = reB.lastIndex;
    }
    if (bi < b.length) {
      bs = b.slice(bi);
      if (s2[i3]) s2[i3] += bs;
      else s2[++i3] = bs;
    }
    return s2.length < 2 ? q2[0] ? one(q2[0].x) : zero2(b) : (b = q2.length, function(t4) {
      for (var i4 = 0, o2; i4 < b; ++i4) s2[(o2 = q2[i4]).i] = o2.x(t4);
      return s2.join("");
    });
  }
  function value(a2, b) {
    var t4 = typeof b, c2;
    return b == null || t4 === "boolean" ? constant(b) : (t4 === "number" ? number2 : t4 === "string" ? (c2 = color(b)) ? (b = c2, rgb2) : string : b instanceof color ? rgb2 : b instanceof Date ? date : isNumberArray(b) ? numberArray : Array.isArray(b) ? genericArray : typeof b.valueOf !== "function" && typeof b.toString !== "function" || isNaN(b) ? object : number2)(a2, b);
  }
  function round(a2, b) {
    return a2 = +a2, b = +b, function(t4) {
      return Math.round(a2 * (1 - t4) + b * t4);
    };
  }
  var degrees2 = 180 / Math.PI;
  var identity = {
    translateX: 0,
    translateY: 0,
    rotate: 0,
    skewX: 0,
    scaleX: 1,
    scaleY: 1
  };
  function decompose(a2, b, c2, d2, e3, f2) {
    var scaleX, scaleY, skewX;
    if (scaleX = Math.sqrt(a2 * a2 + b * b)) a2 /= scaleX, b /= scaleX;
    if (skewX = a2 * c2 + b * d2) c2 -= a2 * skewX, d2 -= b * skewX;
    if (scaleY = Math.sqrt(c2 * c2 + d2 * d2)) c2 /= scaleY, d2 /= scaleY, skewX /= scaleY;
    if (a2 * d2 < b * c2) a2 = -a2, b = -b, skewX = -skewX, scaleX = -scaleX;
    return {
      translateX: e3,
      translateY: f2,
      rotate: Math.atan2(b, a2) * degrees2,
      skewX: Math.atan(skewX) * degrees2,
      scaleX,
      scaleY
    };
  }
  var svgNode;
  function parseCss(value2) {
    const m2 = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value2 + "");
    return m2.isIdentity ? identity : decompose(m2.a, m2.b, m2.c, m2.d, m2.e, m2.f);
  }
  function parseSvg(value2) {
    if (value2 == null) return identity;
    if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
    svgNode.setAttribute("transform", value2);
    if (!(value2 = svgNode.transform.baseVal.consolidate())) return identity;
    value2 = value2.matrix;
    return decompose(value2.a, value2.b, value2.c, value2.d, value2.e, value2.f);
  }
  function interpolateTransform(parse, pxComma, pxParen, degParen) {
    function pop(s2) {
      return s2.length ? s2.pop() + " " : "";
    }
    function translate(xa, ya, xb, yb, s2, q2) {
      if (xa !== xb || ya !== yb) {
        var i3 = s2.push("translate(", null, pxComma, null, pxParen);
        q2.push({ i: i3 - 4, x: number2(xa, xb) }, { i: i3 - 2, x: number2(ya, yb) });
      } else if (xb || yb) {
        s2.push("translate(" + xb + pxComma + yb + pxParen);
      }
    }
    function rotate(a2, b, s2, q2) {
      if (a2 !== b) {
        if (a2 - b > 180) b += 360;
        else if (b - a2 > 180) a2 += 360;
        q2.push({ i: s2.push(pop(s2) + "rotate(", null, degParen) - 2, x: number2(a2, b) });
      } else if (b) {
        s2.push(pop(s2) + "rotate(" + b + degParen);
      }
    }
    function skewX(a2, b, s2, q2) {
      if (a2 !== b) {
        q2.push({ i: s2.push(pop(s2) + "skewX(", null, degParen) - 2, x: number2(a2, b) });
      } else if (b) {
        s2.push(pop(s2) + "skewX(" + b + degParen);
      }
    }
    function scale(xa, ya, xb, yb, s2, q2) {
      if (xa !== xb || ya !== yb) {
        var i3 = s2.push(pop(s2) + "scale(", null, ",", null, ")");
        q2.push({ i: i3 - 4, x: number2(xa, xb) }, { i: i3 - 2, x: number2(ya, yb) });
      } else if (xb !== 1 || yb !== 1) {
        s2.push(pop(s2) + "scale(" + xb + "," + yb + ")");
      }
    }
    return function(a2, b) {
      var s2 = [], q2 = [];
      a2 = parse(a2), b = parse(b);
      translate(a2.translateX, a2.translateY, b.translateX, b.translateY, s2, q2);
      rotate(a2.rotate, b.rotate, s2, q2);
      skewX(a2.skewX, b.skewX, s2, q2);
      scale(a2.scaleX, a2.scaleY, b.scaleX, b.scaleY, s2, q2);
      a2 = b = null;
      return function(t4) {
        var i3 = -1, n3 = q2.length, o2;
        while (++i3 < n3) s2[(o2 = q2[i3]).i] = o2.x(t4);
        return s2.join("");
      };
    };
  }
  var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
  var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
  var epsilon2 = 1e-12;
  function cosh(x3) {
    return ((x3 = Math.exp(x3)) + 1 / x3) / 2;
  }
  function sinh(x3) {
    return ((x3 = Math.exp(x3)) - 1 / x3) / 2;
  }
  function tanh(x3) {
    return ((x3 = Math.exp(2 * x3)) - 1) / (x3 + 1);
  }
  var zoom = (function zoomRho(rho, rho2, rho4) {
    function zoom2(p0, p1) {
      var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i3, S2;
      if (d2 < epsilon2) {
        S2 = Math.log(w1 / w0) / rho;
        i3 = function(t4) {
          return [
            ux0 + t4 * dx,
            uy0 + t4 * dy,
            w0 * Math.exp(rho * t4 * S2)
          ];
        };
      } else {
        var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
        S2 = (r1 - r0) / rho;
        i3 = function(t4) {
          var s2 = t4 * S2, coshr0 = cosh(r0), u2 = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s2 + r0) - sinh(r0));
          return [
            ux0 + u2 * dx,
            uy0 + u2 * dy,
            w0 * coshr0 / cosh(rho * s2 + r0)
          ];
        };
      }
      i3.duration = Math.abs(S2) * 1e3 * rho / Math.SQRT2;
      return i3;
    }
    zoom2.rho = function(_2) {
      var _1 = Math.max(1e-3, +_2), _22 = _1 * _1, _4 = _22 * _22;
      return zoomRho(_1, _22, _4);
    };
    return zoom2;
  })(Math.SQRT2, 2, 4);
  function hsl2(hue) {
    return function(start2, end) {
      var h2 = hue((start2 = hsl(start2)).h, (end = hsl(end)).h), s2 = nogamma(start2.s, end.s), l2 = nogamma(start2.l, end.l), opacity = nogamma(start2.opacity, end.opacity);
      return function(t4) {
        start2.h = h2(t4);
        start2.s = s2(t4);
        start2.l = l2(t4);
        start2.opacity = opacity(t4);
        return start2 + "";
      };
    };
  }
  var hsl_default = hsl2(hue$1);
  var hslLong = hsl2(nogamma);
  function hcl2(hue) {
    return function(start2, end) {
      var h2 = hue((start2 = hcl(start2)).h, (end = hcl(end)).h), c2 = nogamma(start2.c, end.c), l2 = nogamma(start2.l, end.l), opacity = nogamma(start2.opacity, end.opacity);
      return function(t4) {
        start2.h = h2(t4);
        start2.c = c2(t4);
        start2.l = l2(t4);
        start2.opacity = opacity(t4);
        return start2 + "";
      };
    };
  }
  var hcl_default = hcl2(hue$1);
  var hclLong = hcl2(nogamma);
  function cubehelix2(hue) {
    return (function cubehelixGamma(y2) {
      y2 = +y2;
      function cubehelix3(start2, end) {
        var h2 = hue((start2 = cubehelix(start2)).h, (end = cubehelix(end)).h), s2 = nogamma(start2.s, end.s), l2 = nogamma(start2.l, end.l), opacity = nogamma(start2.opacity, end.opacity);
        return function(t4) {
          start2.h = h2(t4);
          start2.s = s2(t4);
          start2.l = l2(Math.pow(t4, y2));
          start2.opacity = opacity(t4);
          return start2 + "";
        };
      }
      cubehelix3.gamma = cubehelixGamma;
      return cubehelix3;
    })(1);
  }
  var cubehelix_default = cubehelix2(hue$1);
  var cubehelixLong = cubehelix2(nogamma);

  // ../../../node_modules/d3-format/dist/d3-format.mjs
  function formatDecimal(x3) {
    return Math.abs(x3 = Math.round(x3)) >= 1e21 ? x3.toLocaleString("en").replace(/,/g, "") : x3.toString(10);
  }
  function formatDecimalParts(x3, p2) {
    if (!isFinite(x3) || x3 === 0) return null;
    var i3 = (x3 = p2 ? x3.toExponential(p2 - 1) : x3.toExponential()).indexOf("e"), coefficient = x3.slice(0, i3);
    return [
      coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
      +x3.slice(i3 + 1)
    ];
  }
  function exponent(x3) {
    return x3 = formatDecimalParts(Math.abs(x3)), x3 ? x3[1] : NaN;
  }
  function formatGroup(grouping, thousands) {
    return function(value2, width) {
      var i3 = value2.length, t4 = [], j2 = 0, g2 = grouping[0], length2 = 0;
      while (i3 > 0 && g2 > 0) {
        if (length2 + g2 + 1 > width) g2 = Math.max(1, width - length2);
        t4.push(value2.substring(i3 -= g2, i3 + g2));
        if ((length2 += g2 + 1) > width) break;
        g2 = grouping[j2 = (j2 + 1) % grouping.length];
      }
      return t4.reverse().join(thousands);
    };
  }
  function formatNumerals(numerals) {
    return function(value2) {
      return value2.replace(/[0-9]/g, function(i3) {
        return numerals[+i3];
      });
    };
  }
  var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
  function formatSpecifier(specifier) {
    if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
    var match;
    return new FormatSpecifier({
      fill: match[1],
      align: match[2],
      sign: match[3],
      symbol: match[4],
      zero: match[5],
      width: match[6],
      comma: match[7],
      precision: match[8] && match[8].slice(1),
      trim: match[9],
      type: match[10]
    });
  }
  formatSpecifier.prototype = FormatSpecifier.prototype;
  function FormatSpecifier(specifier) {
    this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
    this.align = specifier.align === void 0 ? ">" : specifier.align + "";
    this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
    this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
    this.zero = !!specifier.zero;
    this.width = specifier.width === void 0 ? void 0 : +specifier.width;
    this.comma = !!specifier.comma;
    this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
    this.trim = !!specifier.trim;
    this.type = specifier.type === void 0 ? "" : specifier.type + "";
  }
  FormatSpecifier.prototype.toString = function() {
    return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
  };
  function formatTrim(s2) {
    out: for (var n3 = s2.length, i3 = 1, i0 = -1, i1; i3 < n3; ++i3) {
      switch (s2[i3]) {
        case ".":
          i0 = i1 = i3;
          break;
        case "0":
          if (i0 === 0) i0 = i3;
          i1 = i3;
          break;
        default:
          if (!+s2[i3]) break out;
          if (i0 > 0) i0 = 0;
          break;
      }
    }
    return i0 > 0 ? s2.slice(0, i0) + s2.slice(i1 + 1) : s2;
  }
  var prefixExponent;
  function formatPrefixAuto(x3, p2) {
    var d2 = formatDecimalParts(x3, p2);
    if (!d2) return prefixExponent = void 0, x3.toPrecision(p2);
    var coefficient = d2[0], exponent2 = d2[1], i3 = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n3 = coefficient.length;
    return i3 === n3 ? coefficient : i3 > n3 ? coefficient + new Array(i3 - n3 + 1).join("0") : i3 > 0 ? coefficient.slice(0, i3) + "." + coefficient.slice(i3) : "0." + new Array(1 - i3).join("0") + formatDecimalParts(x3, Math.max(0, p2 + i3 - 1))[0];
  }
  function formatRounded(x3, p2) {
    var d2 = formatDecimalParts(x3, p2);
    if (!d2) return x3 + "";
    var coefficient = d2[0], exponent2 = d2[1];
    return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
  }
  var formatTypes = {
    "%": (x3, p2) => (x3 * 100).toFixed(p2),
    "b": (x3) => Math.round(x3).toString(2),
    "c": (x3) => x3 + "",
    "d": formatDecimal,
    "e": (x3, p2) => x3.toExponential(p2),
    "f": (x3, p2) => x3.toFixed(p2),
    "g": (x3, p2) => x3.toPrecision(p2),
    "o": (x3) => Math.round(x3).toString(8),
    "p": (x3, p2) => formatRounded(x3 * 100, p2),
    "r": formatRounded,
    "s": formatPrefixAuto,
    "X": (x3) => Math.round(x3).toString(16).toUpperCase(),
    "x": (x3) => Math.round(x3).toString(16)
  };
  function identity2(x3) {
    return x3;
  }
  var map = Array.prototype.map;
  var prefixes = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
  function formatLocale(locale2) {
    var group2 = locale2.grouping === void 0 || locale2.thousands === void 0 ? identity2 : formatGroup(map.call(locale2.grouping, Number), locale2.thousands + ""), currencyPrefix = locale2.currency === void 0 ? "" : locale2.currency[0] + "", currencySuffix = locale2.currency === void 0 ? "" : locale2.currency[1] + "", decimal = locale2.decimal === void 0 ? "." : locale2.decimal + "", numerals = locale2.numerals === void 0 ? identity2 : formatNumerals(map.call(locale2.numerals, String)), percent = locale2.percent === void 0 ? "%" : locale2.percent + "", minus = locale2.minus === void 0 ? "−" : locale2.minus + "", nan = locale2.nan === void 0 ? "NaN" : locale2.nan + "";
    function newFormat(specifier, options) {
      specifier = formatSpecifier(specifier);
      var fill = specifier.fill, align = specifier.align, sign3 = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
      if (type === "n") comma = true, type = "g";
      else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
      if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
      var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent : "") + (options && options.suffix !== void 0 ? options.suffix : "");
      var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
      precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
      function format2(value2) {
        var valuePrefix = prefix, valueSuffix = suffix, i3, n3, c2;
        if (type === "c") {
          valueSuffix = formatType(value2) + valueSuffix;
          value2 = "";
        } else {
          value2 = +value2;
          var valueNegative = value2 < 0 || 1 / value2 < 0;
          value2 = isNaN(value2) ? nan : formatType(Math.abs(value2), precision);
          if (trim) value2 = formatTrim(value2);
          if (valueNegative && +value2 === 0 && sign3 !== "+") valueNegative = false;
          valuePrefix = (valueNegative ? sign3 === "(" ? sign3 : minus : sign3 === "-" || sign3 === "(" ? "" : sign3) + valuePrefix;
          valueSuffix = (type === "s" && !isNaN(value2) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign3 === "(" ? ")" : "");
          if (maybeSuffix) {
            i3 = -1, n3 = value2.length;
            while (++i3 < n3) {
              if (c2 = value2.charCodeAt(i3), 48 > c2 || c2 > 57) {
                valueSuffix = (c2 === 46 ? decimal + value2.slice(i3 + 1) : value2.slice(i3)) + valueSuffix;
                value2 = value2.slice(0, i3);
                break;
              }
            }
          }
        }
        if (comma && !zero3) value2 = group2(value2, Infinity);
        var length2 = valuePrefix.length + value2.length + valueSuffix.length, padding = length2 < width ? new Array(width - length2 + 1).join(fill) : "";
        if (comma && zero3) value2 = group2(padding + value2, padding.length ? width - valueSuffix.length : Infinity), padding = "";
        switch (align) {
          case "<":
            value2 = valuePrefix + value2 + valueSuffix + padding;
            break;
          case "=":
            value2 = valuePrefix + padding + value2 + valueSuffix;
            break;
          case "^":
            value2 = padding.slice(0, length2 = padding.length >> 1) + valuePrefix + value2 + valueSuffix + padding.slice(length2);
            break;
          default:
            value2 = padding + valuePrefix + value2 + valueSuffix;
            break;
        }
        return numerals(value2);
      }
      format2.toString = function() {
        return specifier + "";
      };
      return format2;
    }
    function formatPrefix2(specifier, value2) {
      var e3 = Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3, k2 = Math.pow(10, -e3), f2 = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e3 / 3] });
      return function(value3) {
        return f2(k2 * value3);
      };
    }
    return {
      format: newFormat,
      formatPrefix: formatPrefix2
    };
  }
  var locale;
  var format;
  var formatPrefix;
  defaultLocale({
    thousands: ",",
    grouping: [3],
    currency: ["$", ""]
  });
  function defaultLocale(definition) {
    locale = formatLocale(definition);
    format = locale.format;
    formatPrefix = locale.formatPrefix;
    return locale;
  }
  function precisionFixed(step) {
    return Math.max(0, -exponent(Math.abs(step)));
  }
  function precisionPrefix(step, value2) {
    return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3 - exponent(Math.abs(step)));
  }
  function precisionRound(step, max) {
    step = Math.abs(step), max = Math.abs(max) - step;
    return Math.max(0, exponent(max) - exponent(step)) + 1;
  }

  // ../../../node_modules/d3-scale/dist/d3-scale.mjs
  function initRange(domain, range3) {
    switch (arguments.length) {
      case 0:
        break;
      case 1:
        this.range(domain);
        break;
      default:
        this.range(range3).domain(domain);
        break;
    }
    return this;
  }
  function constants(x3) {
    return function() {
      return x3;
    };
  }
  function number$1(x3) {
    return +x3;
  }
  var unit = [0, 1];
  function identity$1(x3) {
    return x3;
  }
  function normalize(a2, b) {
    return (b -= a2 = +a2) ? function(x3) {
      return (x3 - a2) / b;
    } : constants(isNaN(b) ? NaN : 0.5);
  }
  function clamper(a2, b) {
    var t4;
    if (a2 > b) t4 = a2, a2 = b, b = t4;
    return function(x3) {
      return Math.max(a2, Math.min(b, x3));
    };
  }
  function bimap(domain, range3, interpolate) {
    var d0 = domain[0], d1 = domain[1], r0 = range3[0], r1 = range3[1];
    if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
    else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
    return function(x3) {
      return r0(d0(x3));
    };
  }
  function polymap(domain, range3, interpolate) {
    var j2 = Math.min(domain.length, range3.length) - 1, d2 = new Array(j2), r2 = new Array(j2), i3 = -1;
    if (domain[j2] < domain[0]) {
      domain = domain.slice().reverse();
      range3 = range3.slice().reverse();
    }
    while (++i3 < j2) {
      d2[i3] = normalize(domain[i3], domain[i3 + 1]);
      r2[i3] = interpolate(range3[i3], range3[i3 + 1]);
    }
    return function(x3) {
      var i4 = bisectRight(domain, x3, 1, j2) - 1;
      return r2[i4](d2[i4](x3));
    };
  }
  function copy$1(source, target) {
    return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
  }
  function transformer$2() {
    var domain = unit, range3 = unit, interpolate$1 = value, transform4, untransform, unknown, clamp = identity$1, piecewise2, output, input;
    function rescale() {
      var n3 = Math.min(domain.length, range3.length);
      if (clamp !== identity$1) clamp = clamper(domain[0], domain[n3 - 1]);
      piecewise2 = n3 > 2 ? polymap : bimap;
      output = input = null;
      return scale;
    }
    function scale(x3) {
      return x3 == null || isNaN(x3 = +x3) ? unknown : (output || (output = piecewise2(domain.map(transform4), range3, interpolate$1)))(transform4(clamp(x3)));
    }
    scale.invert = function(y2) {
      return clamp(untransform((input || (input = piecewise2(range3, domain.map(transform4), number2)))(y2)));
    };
    scale.domain = function(_2) {
      return arguments.length ? (domain = Array.from(_2, number$1), rescale()) : domain.slice();
    };
    scale.range = function(_2) {
      return arguments.length ? (range3 = Array.from(_2), rescale()) : range3.slice();
    };
    scale.rangeRound = function(_2) {
      return range3 = Array.from(_2), interpolate$1 = round, rescale();
    };
    scale.clamp = function(_2) {
      return arguments.length ? (clamp = _2 ? true : identity$1, rescale()) : clamp !== identity$1;
    };
    scale.interpolate = function(_2) {
      return arguments.length ? (interpolate$1 = _2, rescale()) : interpolate$1;
    };
    scale.unknown = function(_2) {
      return arguments.length ? (unknown = _2, scale) : unknown;
    };
    return function(t4, u2) {
      transform4 = t4, untransform = u2;
      return rescale();
    };
  }
  function continuous() {
    return transformer$2()(identity$1, identity$1);
  }
  function tickFormat(start2, stop, count, specifier) {
    var step = tickStep(start2, stop, count), precision;
    specifier = formatSpecifier(specifier == null ? ",f" : specifier);
    switch (specifier.type) {
      case "s": {
        var value2 = Math.max(Math.abs(start2), Math.abs(stop));
        if (specifier.precision == null && !isNaN(precision = precisionPrefix(step, value2))) specifier.precision = precision;
        return formatPrefix(specifier, value2);
      }
      case "":
      case "e":
      case "g":
      case "p":
      case "r": {
        if (specifier.precision == null && !isNaN(precision = precisionRound(step, Math.max(Math.abs(start2), Math.abs(stop))))) specifier.precision = precision - (specifier.type === "e");
        break;
      }
      case "f":
      case "%": {
        if (specifier.precision == null && !isNaN(precision = precisionFixed(step))) specifier.precision = precision - (specifier.type === "%") * 2;
        break;
      }
    }
    return format(specifier);
  }
  function linearish(scale) {
    var domain = scale.domain;
    scale.ticks = function(count) {
      var d2 = domain();
      return ticks(d2[0], d2[d2.length - 1], count == null ? 10 : count);
    };
    scale.tickFormat = function(count, specifier) {
      var d2 = domain();
      return tickFormat(d2[0], d2[d2.length - 1], count == null ? 10 : count, specifier);
    };
    scale.nice = function(count) {
      if (count == null) count = 10;
      var d2 = domain();
      var i0 = 0;
      var i1 = d2.length - 1;
      var start2 = d2[i0];
      var stop = d2[i1];
      var prestep;
      var step;
      var maxIter = 10;
      if (stop < start2) {
        step = start2, start2 = stop, stop = step;
        step = i0, i0 = i1, i1 = step;
      }
      while (maxIter-- > 0) {
        step = tickIncrement(start2, stop, count);
        if (step === prestep) {
          d2[i0] = start2;
          d2[i1] = stop;
          return domain(d2);
        } else if (step > 0) {
          start2 = Math.floor(start2 / step) * step;
          stop = Math.ceil(stop / step) * step;
        } else if (step < 0) {
          start2 = Math.ceil(start2 * step) / step;
          stop = Math.floor(stop * step) / step;
        } else {
          break;
        }
        prestep = step;
      }
      return scale;
    };
    return scale;
  }
  function linear2() {
    var scale = continuous();
    scale.copy = function() {
      return copy$1(scale, linear2());
    };
    initRange.apply(scale, arguments);
    return linearish(scale);
  }

  // src/own.js
  function hasOwn(object2, name) {
    return Object.prototype.hasOwnProperty.call(object2, name);
  }

  // src/elements/clauses.js
  var DATA_FILE = /\.(csv|json|geojson)$/;
  function chips(page, sources2) {
    return html`<${Chips} key=${sources2.join()} page=${page} sources=${sources2} />`;
  }
  var Chips = class extends x {
    state = { unfolded: (
      /** @type {string[]} */
      []
    ) };
    // the clauses whose words are shown, the last unfolded last
    /** @param {string} source */
    toggle(source) {
      const { unfolded: unfolded2 } = this.state;
      const others = unfolded2.filter((one2) => one2 !== source);
      this.setState({ unfolded: others.length < unfolded2.length ? others : [...unfolded2, source] });
    }
    render() {
      const { page, sources: sources2 } = this.props;
      const { clauses } = page.data;
      return html`<div class="sources">
      <div class="chips">${sources2.map((source) => clauses[source] ? this.chip(source) : outside(page, source))}</div>
      ${this.state.unfolded.map(
        (source) => html`<blockquote key=${source} class="passage">
          <span class="heading">${clauses[source].heading}</span>${clauses[source].text}
        </blockquote>`
      )}
    </div>`;
    }
    /** @param {string} source */
    chip(source) {
      const { page } = this.props;
      const isUnfolded = String(this.state.unfolded.includes(source));
      return html`<button type="button" class="chip" title=${page.say("show_clause")} aria-expanded=${isUnfolded}
      onClick=${() => this.toggle(source)}>${page.lang === "zh" ? source : page.data.clauses[source].en}</button>`;
    }
  };
  function outside(page, source) {
    const { words: words2 } = page.data.downloads;
    const named4 = hasOwn(words2, source) ? page.text(words2[source]) : source;
    const label = DATA_FILE.test(source) ? page.say("data_file") + source : named4;
    return html`<span class="chip outside" title=${page.say("outside_source")}>${label}</span>`;
  }

  // src/elements/measures.js
  var TICKS = 4;
  var MOST_CHIPS = 2;
  var SOLID_OPEN_HATCH = ["solid", "open", "hatch"];
  function reach({ value: value2, parts: parts2 }) {
    return Math.max(value2 || 0, total(parts2));
  }
  var total = (parts2) => parts2.reduce((sum2, part) => sum2 + part.value, 0);
  function axisOf(values) {
    const scale = linear2().domain([0, Math.max(...values.map(reach), 1e-9)]).nice(TICKS);
    return { most: scale.domain()[1], ticks: scale.ticks(TICKS) };
  }
  function patternOf({ parts: parts2, id: measure }, id) {
    const index = parts2.findIndex((part) => part.id === id);
    if (measure === "recovery" && index === 1) return "hatch";
    return SOLID_OPEN_HATCH[Math.min(index, SOLID_OPEN_HATCH.length - 1)];
  }
  function measureBar(page, measure, zone, axis) {
    const value2 = measure.by_zone[zone.zone_id];
    const wide2 = (part) => ({ width: `${100 * part / axis.most}%` });
    const whole = { background: page.theme.tint(zone.colour), ...wide2((value2 == null ? void 0 : value2.value) || 0) };
    const parts2 = (value2 == null ? void 0 : value2.parts) || [];
    return html`<div class="measure-bar" aria-hidden="true">
    <div class="bar">
      ${parts2.length ? parts2.map((part) => html`<span class=${patternOf(measure, part.id)} style=${wide2(part.value)}></span>`) : html`<span style=${whole}></span>`}
    </div>
    <div class="ticks">
      ${axis.ticks.map((tick) => html`<span style=${{ left: `${100 * tick / axis.most}%` }}>${page.numbers.grouped(tick)}</span>`)}
    </div>
  </div>`;
  }
  function measureText(page, measure, zoneId) {
    const value2 = measure.by_zone[zoneId];
    if (!value2 || value2.value === null) return { figure: "—", unit: "", notes: value2 ? value2.notes.map(page.text) : [] };
    return { figure: page.text(value2.figure), unit: page.text(measure.unit), notes: value2.notes.map(page.text) };
  }
  function invention(page) {
    return html`<span class="invented">${page.say("invented_short")}</span>`;
  }
  function measureFacts(page, zoneId) {
    const told = page.data.measures.filter(({ by_zone }) => by_zone[zoneId]);
    if (!told.length) return null;
    return html`<div class="measures">
    ${told.map((measure) => {
      const { figure: figure3, unit: unit2, notes } = measureText(page, measure, zoneId);
      const { sources: sources2 } = measure.by_zone[zoneId];
      return html`<div key=${measure.id} class=${classes("measure", "fact", figure3 === "—" && "unknown")} data-measure=${measure.id}>
        <span class="label">${page.text(measure.title)}</span>
        <span class="value"><b>${figure3}</b> ${unit2}</span>
        <span class="meta">${notes.join(page.semicolon())} ${measure.is_invented ? invention(page) : null}</span>
        ${sources2.length && sources2.length <= MOST_CHIPS ? chips(page, sources2) : null}
      </div>`;
    })}
  </div>`;
  }

  // src/elements/rows.js
  function dot(colour) {
    const style = { background: colour };
    return html`<span class="swatch" style=${style}></span>`;
  }
  function figureRow({ name, figure: figure3, chart, swatch, open, note: note3 }) {
    const mark = swatch ? dot(swatch) : null;
    const content = html`<span class="name">${mark}<span class="grow">${name}</span><span class="figure">${figure3}</span></span>
    ${chart}
    ${note3 === void 0 ? null : html`<span class="meta">${note3}</span>`}`;
    if (!open) return html`<div class="class-row">${content}</div>`;
    return html`<button type="button" class="class-row" onClick=${open}>${content}</button>`;
  }

  // src/parts/rail.js
  var FIRST = 3;
  var rail = {
    id: "yz-rail",
    attributes: (page) => ({ hidden: !isRailed(page), "aria-label": page.say("zones") }),
    content(page) {
      if (!isRailed(page)) return null;
      return html`<button type="button" class="back" onClick=${() => page.open(null)}>${`‹ ${page.text(page.view.title)}`}</button>
      ${page.data.zones.map(
        (zone) => html`<button key=${zone.key} type="button" data-key=${zone.key} class=${classes("rail-zone", page.state.opened === zone.key && "open")}
          aria-current=${page.state.opened === zone.key ? "true" : null} onClick=${() => page.open(zone.key)}>
          ${dot(page.theme.tint(zone.colour))}<b>${page.text(zone.shortest)}</b><span class="meta">${sumOf(page, zone)}</span>
        </button>`
      )}
      ${page.views.compare ? html`<button type="button" class="compare" onClick=${() => compareWith(page)}>${icon("compare")}<span>${page.text(page.views.compare.title)}</span></button>` : null}`;
    }
  };
  function compareWith(page) {
    const ids = page.data.zones.map(({ zone_id }) => zone_id);
    const at = Math.max(
      ids.findIndex((id) => `zone:${id}` === page.state.opened),
      0
    );
    const compared = [...ids.slice(at), ...ids.slice(0, at)].slice(0, FIRST);
    page.store.change({ view: "compare", opened: null, compared });
  }
  function sumOf(page, { zone_id }) {
    const measure = page.data.measures.find(({ id }) => id === "investment");
    if (!measure) return "";
    const { figure: figure3, unit: unit2 } = measureText(page, measure, zone_id);
    return `${figure3} ${unit2}`;
  }
  function isRailed(page) {
    var _a2;
    return page.view.layout === "map" && ((_a2 = page.subject(page.state.opened)) == null ? void 0 : _a2.kind) === "zone";
  }

  // src/state/filter.js
  var UNSTATED = "~unstated";
  var UNLOCATED = "~unlocated";
  var OUTSIDE = "~outside";
  var NO_FILTER = {
    zones: [],
    classes: [],
    lists: [],
    towns: [],
    evidence: [],
    severities: [],
    investment: null,
    land: null,
    ratio: null
  };
  var CHOICES = {
    zone_in: "zones",
    class: "classes",
    list: "lists",
    town: "towns",
    evidence: "evidence",
    severity: "severities"
  };
  var RANGES = ["investment", "land", "ratio"];
  var OF_PROJECTS = ["zones", "classes", "lists", "towns", "evidence"];
  var RANGE = /^(\d+(?:\.\d+)?)?-(\d+(?:\.\d+)?)?$/;
  var STATED = "stated";
  var KEPT = ",unstated";
  function landOf({ site_mu, new_land_mu }) {
    return site_mu ?? new_land_mu;
  }
  function figureOf(project, name) {
    return name === "land" ? landOf(project) : project[name];
  }
  function valuesOf(project, name) {
    if (name === "zones") return project.zone_ids.length ? project.zone_ids : [project.located ? OUTSIDE : UNLOCATED];
    if (name === "classes") return [project.class];
    if (name === "lists") return [project.list ?? UNSTATED];
    if (name === "towns") return project.towns.length ? project.towns : [UNLOCATED];
    return name === "evidence" ? [project.evidence ?? UNLOCATED] : [];
  }
  function isAmong(chosen, values) {
    return !chosen.length || values.some((value2) => chosen.includes(value2));
  }
  function isWithin(range3, value2) {
    if (!range3) return true;
    if (value2 === null) return range3.unstated;
    return (range3.from === null || value2 >= range3.from) && (range3.to === null || value2 <= range3.to);
  }
  function isWanted({ filter: filter2 }, project, besides) {
    return OF_PROJECTS.every((name) => name === besides || isAmong(filter2[name], valuesOf(project, name))) && RANGES.every((name) => name === besides || isWithin(filter2[name], figureOf(project, name)));
  }
  function wantedFinding({ filter: filter2, rule }, finding) {
    return (!rule || finding.rule === rule) && isAmong(filter2.severities, [finding.severity]) && isAmong(filter2.zones, finding.zone_ids);
  }
  function wantedIn({ filter: filter2 }, zoneIds) {
    return isAmong(filter2.zones, zoneIds);
  }
  function isNarrowed({ filter: filter2 }) {
    return partsOf(filter2).length > 0;
  }
  function partsOf(filter2) {
    const parts2 = [...Object.entries(CHOICES), ...RANGES.map((name) => (
      /** @type {const} */
      [name, name]
    ))];
    return parts2.filter(([, part]) => {
      const value2 = filter2[
        /** @type {keyof Filter} */
        part
      ];
      return Array.isArray(value2) ? value2.length > 0 : value2 !== null;
    });
  }
  function ranged(filter2, name, range3) {
    const isAll = range3.from === null && range3.to === null && range3.unstated;
    return { ...filter2, [name]: isAll ? null : range3 };
  }
  function toggled(filter2, name, value2) {
    const chosen = filter2[name];
    return { ...filter2, [name]: chosen.includes(value2) ? chosen.filter((one2) => one2 !== value2) : [...chosen, value2] };
  }
  function addressed(filter2) {
    return partsOf(filter2).map(([name, part]) => {
      const value2 = filter2[
        /** @type {keyof Filter} */
        part
      ];
      if (Array.isArray(value2)) return `${name}=${value2.map(encodeURIComponent).join(",")}`;
      return `${name}=${rangeWords(
        /** @type {FigureRange} */
        value2
      )}`;
    });
  }
  function rangeWords({ from, to, unstated: unstated2 }) {
    if (from === null && to === null) return STATED;
    return `${from ?? ""}-${to ?? ""}${unstated2 ? KEPT : ""}`;
  }
  function readRange(words2) {
    if (words2 === STATED) return { from: null, to: null, unstated: false };
    const isKept = words2.endsWith(KEPT);
    const found = RANGE.exec(isKept ? words2.slice(0, -KEPT.length) : words2);
    if (!found || found[1] === void 0 && found[2] === void 0) return null;
    const [from, to] = [found[1], found[2]].map((end) => end === void 0 ? null : Number(end));
    return from !== null && to !== null && from > to ? null : { from, to, unstated: isKept };
  }

  // src/theme.js
  var KEPT2 = "yzgeo-theme";
  var MODES = ["auto", "light", "dark"];
  function keptTheme() {
    try {
      const mode = (
        /** @type {ThemeMode} */
        localStorage.getItem(KEPT2)
      );
      return MODES.includes(mode) ? mode : "auto";
    } catch {
      return "auto";
    }
  }
  var systemDark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark(state) {
    return state.theme === "auto" ? state.systemDark : state.theme === "dark";
  }
  function makeTheme(page) {
    function variable(name) {
      return getComputedStyle(document.body).getPropertyValue(name).trim();
    }
    systemDark.addEventListener("change", () => page.store.change({ systemDark: systemDark.matches }));
    return {
      variable,
      isDark: () => isDark(page.state) && !page.state.printing,
      quiet: () => variable("--ink3"),
      flag: () => variable("--ink"),
      /** A colour of the data on the ground of the theme. @param {string} colour */
      tint: (colour) => isDark(page.state) && !page.state.printing && page.data.on_dark[colour] || colour,
      /** Text in a colour of the data. @param {string} colour */
      shade(colour) {
        const { dark, light } = page.data.text_shades;
        return (isDark(page.state) && !page.state.printing ? dark : light)[colour] || variable("--ink");
      },
      next() {
        const theme = MODES[(MODES.indexOf(page.state.theme) + 1) % MODES.length];
        try {
          localStorage.setItem(KEPT2, theme);
        } catch {
        }
        page.store.change({ theme });
      }
    };
  }

  // src/document.js
  var LEAST_MAP_PX = 560;
  function makeDocument(page) {
    let isRoomy = null;
    const dialog2 = (
      /** @type {HTMLDialogElement} */
      byId("yz-dialog")
    );
    function fitLegend() {
      const hasRoom = byId("yz-map").offsetWidth > LEAST_MAP_PX;
      if (hasRoom !== isRoomy) {
        byId("yz-legend").open = hasRoom;
        page.store.change({ folds: { ...page.state.folds, "yz-legend": hasRoom } });
      }
      isRoomy = hasRoom;
    }
    dialog2.addEventListener("close", () => {
      if (page.state.dialog) page.store.change({ dialog: null });
    });
    window.addEventListener("resize", () => {
      if (page.state.printing) return;
      fitLegend();
      page.map.resized();
    });
    document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
    return {
      fitLegend,
      /** Classes and attributes come first: other parts look at the colours they give. */
      draw() {
        const { lang, view, printing: printing2, basemap: basemap2, opened } = page.state;
        const { classList, dataset } = document.body;
        document.documentElement.lang = lang;
        document.documentElement.dataset.theme = isDark(page.state) && !printing2 ? "dark" : "light";
        document.title = page.text(page.data.title);
        dataset.view = view;
        dataset.layout = page.view.layout;
        if (printing2) dataset.paper = printing2;
        else delete dataset.paper;
        classList.toggle("printing", printing2 !== null);
        classList.toggle("panelled", page.subject(opened) !== null);
        classList.toggle("railed", isRailed(page));
        classList.toggle("filtered", isNarrowed(page.state));
        classList.toggle("on-tiles", basemap2.name !== "");
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        const panel2 = byId("yz-panel");
        if (state.view !== before.view) byId("yz-list").scrollTop = 0;
        if (state.dialog !== before.dialog) {
          if (state.dialog) dialog2.showModal();
          else if (dialog2.open) dialog2.close();
        }
        const isOther = page.views[state.view].layout !== page.views[before.view].layout || isNarrowed(state) !== isNarrowed(before);
        if (isOther) page.map.resized();
        if (state.opened !== before.opened) followPanel(panel2);
      }
    };
    function followPanel(panel2) {
      panel2.scrollTop = 0;
      fitLegend();
      page.map.resized();
      panel2.scrollIntoView({ block: "nearest" });
    }
  }

  // src/map/gcj02.js
  var AXIS = 6378245;
  var ECCENTRICITY = 0.006693421622965943;
  var PI = Math.PI;
  function north(x3, y2) {
    let sum2 = -100 + 2 * x3 + 3 * y2 + 0.2 * y2 * y2 + 0.1 * x3 * y2 + 0.2 * Math.sqrt(Math.abs(x3));
    sum2 += (20 * Math.sin(6 * x3 * PI) + 20 * Math.sin(2 * x3 * PI)) * 2 / 3;
    sum2 += (20 * Math.sin(y2 * PI) + 40 * Math.sin(y2 / 3 * PI)) * 2 / 3;
    return sum2 + (160 * Math.sin(y2 / 12 * PI) + 320 * Math.sin(y2 * PI / 30)) * 2 / 3;
  }
  function east(x3, y2) {
    let sum2 = 300 + x3 + 2 * y2 + 0.1 * x3 * x3 + 0.1 * x3 * y2 + 0.1 * Math.sqrt(Math.abs(x3));
    sum2 += (20 * Math.sin(6 * x3 * PI) + 20 * Math.sin(2 * x3 * PI)) * 2 / 3;
    sum2 += (20 * Math.sin(x3 * PI) + 40 * Math.sin(x3 / 3 * PI)) * 2 / 3;
    return sum2 + (150 * Math.sin(x3 / 12 * PI) + 300 * Math.sin(x3 / 30 * PI)) * 2 / 3;
  }
  function outside2(lat, lon) {
    return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
  }
  function fromWgs84(lat, lon) {
    if (outside2(lat, lon)) return { lat, lon };
    const x3 = lon - 105;
    const y2 = lat - 35;
    const phi = lat / 180 * PI;
    const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
    const root = Math.sqrt(magic);
    return {
      lat: lat + north(x3, y2) * 180 / (AXIS * (1 - ECCENTRICITY) / (magic * root) * PI),
      lon: lon + east(x3, y2) * 180 / (AXIS / root * Math.cos(phi) * PI)
    };
  }
  function toWgs84(lat, lon) {
    let guess = { lat, lon };
    for (let step = 0; step < 10; step++) {
      const reached = fromWgs84(guess.lat, guess.lon);
      const dLat = lat - reached.lat;
      const dLon = lon - reached.lon;
      guess = { lat: guess.lat + dLat, lon: guess.lon + dLon };
      if (Math.abs(dLat) + Math.abs(dLon) < 1e-9) break;
    }
    return guess;
  }

  // src/map/shifted_tiles.js
  var { _getTilePos, _getTiledPixelBounds } = L.TileLayer.prototype;
  var ShiftedTiles = (
    /** @type {new (url: string, options: L.TileLayerOptions) => L.TileLayer} */
    /** @type {unknown} */
    L.TileLayer.extend({
      /**
       * How far, in pixels of the level, what a tile shows at a point lies from where the grid has it.
       * @this {Inner} @param {L.Point} point @param {number} zoom
       */
      _shift(point, zoom2) {
        const gcj02 = this._map.unproject(point, zoom2);
        const truth = toWgs84(gcj02.lat, gcj02.lng);
        return this._map.project([truth.lat, truth.lon], zoom2).subtract(point);
      },
      /** @this {Inner} @param {L.Coords} coords */
      _getTilePos(coords) {
        const size = this.getTileSize();
        const middle = coords.scaleBy(size).add(size.divideBy(2));
        return _getTilePos.call(this, coords).add(this._shift(middle, coords.z).round());
      },
      /** @this {Inner} @param {L.LatLng} center */
      _getTiledPixelBounds(center) {
        const bounds = _getTiledPixelBounds.call(this, center);
        const back = this._shift(bounds.getCenter(), this._tileZoom).round();
        return new L.Bounds(
          /** @type {L.Point} */
          bounds.min.subtract(back),
          /** @type {L.Point} */
          bounds.max.subtract(back)
        );
      }
    })
  );

  // src/map/basemaps.js
  var PATIENCE_MS = 8e3;
  var KEPT3 = "yzgeo-tianditu-key";
  function keptKey() {
    try {
      return localStorage.getItem(KEPT3) || "";
    } catch {
      return "";
    }
  }
  function makeBasemaps(page) {
    const { leaflet: map2, tiles } = page;
    let active = [];
    let timer = 0;
    function layersOf({ name, key }) {
      if (!name || name === "tianditu" && !key) return [];
      if (name === "OpenStreetMap") return [tiles.OpenStreetMap];
      if (name === "gaode") return [new ShiftedTiles(tiles.gaode._url, tiles.gaode.options)];
      return [tiles.tianditu, tiles.tianditu_names].map((layer) => {
        return L.tileLayer(
          layer._url,
          /** @type {L.TileLayerOptions} */
          { ...layer.options, tk: key }
        );
      });
    }
    function failed() {
      page.store.change({ notice: { about: "basemap", words: page.both("basemap_failed") } });
    }
    function arrived() {
      var _a2;
      clearTimeout(timer);
      if (((_a2 = page.state.notice) == null ? void 0 : _a2.about) === "basemap") page.store.change({ notice: null });
    }
    function swap() {
      clearTimeout(timer);
      for (const layer of active) {
        map2.removeLayer(layer);
        layer.off("tileerror", failed).off("tileload", arrived);
      }
      active = layersOf(page.state.basemap);
      for (const layer of active) {
        layer.on("tileerror", failed).on("tileload", arrived);
        map2.addLayer(layer);
      }
      if (active.length) timer = window.setTimeout(failed, PATIENCE_MS);
    }
    return {
      layers: () => active,
      /** @param {string} name */
      choose: (name) => page.store.change({ basemap: { ...page.state.basemap, name }, notice: null }),
      /** @param {string} key of Tianditu */
      use(key) {
        try {
          localStorage.setItem(KEPT3, key);
        } catch {
        }
        page.store.change({ basemap: { name: "tianditu", key }, notice: null });
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.basemap !== before.basemap) swap();
      }
    };
  }

  // src/map/ground_shapes.js
  var BASE_ZOOM = 10;
  var WORLD_PX = 256 * 2 ** BASE_ZOOM;
  var UNITS = 1e5;
  var ROUNDS = 3;
  var FEW_CORNERS = 7;
  function projected(lon, lat) {
    const sine = Math.sin(lat * Math.PI / 180);
    return [(lon / 360 + 0.5) * WORLD_PX, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD_PX];
  }
  function projectionAbout([x0, y0]) {
    return (lon, lat) => {
      const [x3, y2] = projected(lon, lat);
      return (
        /** @type {Point} */
        [x3 - x0, y2 - y0]
      );
    };
  }
  function unpacked(deltas) {
    const points = [];
    let [x3, y2] = [0, 0];
    for (let i3 = 0; i3 + 1 < deltas.length; i3 += 2) {
      x3 += deltas[i3];
      y2 += deltas[i3 + 1];
      points.push([x3, y2]);
    }
    return points;
  }
  var degrees3 = (line2) => line2.map(([x3, y2]) => [x3 / UNITS, y2 / UNITS]);
  function isCut([ax, ay], [bx, by], box2) {
    const [west, south, east2, north2] = box2.map((edge) => Math.round(edge * UNITS));
    return ax === bx && (ax === west || ax === east2) || ay === by && (ay === south || ay === north2);
  }
  function borders(rings, box2) {
    const drawn = /* @__PURE__ */ new Set();
    const lines = [];
    for (const ring of rings) {
      let line2 = null;
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length];
        const edge = [from.join(), to.join()].sort().join(" ");
        if (isCut(from, to, box2) || drawn.has(edge)) {
          line2 = null;
          return;
        }
        drawn.add(edge);
        if (line2) line2.push(to);
        else {
          line2 = [from, to];
          lines.push(line2);
        }
      });
    }
    return lines;
  }
  function smoothLine(line2) {
    let points = line2;
    for (let round3 = 0; round3 < ROUNDS && points.length > 2; round3 += 1) {
      const inner = points.slice(0, -1).flatMap((point, index) => cut(point, points[index + 1]));
      points = [points[0], ...inner.slice(1, -1), points[points.length - 1]];
    }
    return points;
  }
  function smoothRing(ring) {
    let points = ring;
    for (let round3 = 0; round3 < ROUNDS; round3 += 1) {
      points = points.flatMap((point, index) => cut(point, points[(index + 1) % points.length]));
    }
    const { area: area2, x: x3, y: y2 } = moments(ring);
    const grown = Math.sqrt(area2 / moments(points).area) || 1;
    return points.map(([px, py]) => [x3 + (px - x3) * grown, y2 + (py - y2) * grown]);
  }
  function cut([ax, ay], [bx, by]) {
    return [
      [0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by],
      [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by]
    ];
  }
  function moments(ring) {
    const [x0, y0] = ring[0];
    let [twice, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
    ring.forEach(([px, py], index) => {
      const [ax, ay] = [px - x0, py - y0];
      const [bx, by] = [ring[(index + 1) % ring.length][0] - x0, ring[(index + 1) % ring.length][1] - y0];
      const cross = ax * by - bx * ay;
      twice += cross;
      sx += (ax + bx) * cross;
      sy += (ay + by) * cross;
      sxx += (ax * ax + ax * bx + bx * bx) * cross;
      syy += (ay * ay + ay * by + by * by) * cross;
      sxy += (ax * by + 2 * ax * ay + 2 * bx * by + bx * ay) * cross;
    });
    const [mx, my] = [sx / (3 * twice), sy / (3 * twice)];
    return {
      area: Math.abs(twice) / 2,
      x: x0 + mx,
      y: y0 + my,
      xx: sxx / (6 * twice) - mx * mx,
      yy: syy / (6 * twice) - my * my,
      xy: sxy / (12 * twice) - mx * my
    };
  }
  function ellipse(ring) {
    const { area: area2, x: x3, y: y2, xx, yy, xy } = moments(ring);
    const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
    const spread = Math.hypot((xx - yy) / 2, xy);
    const ratio = Math.sqrt(((xx + yy) / 2 + spread) / Math.max((xx + yy) / 2 - spread, 1e-12));
    const long = Math.sqrt(area2 * ratio / Math.PI);
    return Array.from({ length: 48 }, (_2, step) => {
      const angle = 2 * Math.PI * step / 48;
      const [u2, v2] = [long * Math.cos(angle), long / ratio * Math.sin(angle)];
      return [x3 + u2 * Math.cos(turn) - v2 * Math.sin(turn), y2 + u2 * Math.sin(turn) + v2 * Math.cos(turn)];
    });
  }
  function softened(ring, kind) {
    return kind === "reservoir" || ring.length < FEW_CORNERS ? ellipse(ring) : smoothRing(ring);
  }

  // src/map/ground_brush.js
  function mixed(under, over, share) {
    const parts2 = [1, 3, 5].map((at) => {
      const [a2, b] = [under, over].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
      return Math.round(a2 + (b - a2) * share);
    });
    return `rgb(${parts2.join()})`;
  }
  function makeBrush(map2, paths, { context, ratio, box: box2 }) {
    const scale = 2 ** (map2.getZoom() - BASE_ZOOM);
    const corner = map2.project(map2.containerPointToLatLng([0, 0]));
    const [left, top] = [paths.origin[0] * scale - corner.x, paths.origin[1] * scale - corner.y];
    function within(on, act) {
      on.save();
      on.transform(scale, 0, 0, scale, left, top);
      act();
      on.restore();
    }
    return {
      scale,
      context,
      ratio,
      box: box2,
      within,
      /** Where a point of the base zoom lies, in pixels of the map. @param {[number, number]} point @returns {[number, number]} */
      place: ([x3, y2]) => [x3 * scale + left, y2 * scale + top],
      /** @param {Path2D} path @param {string} colour */
      fill(path, colour, on = context) {
        within(on, () => {
          on.fillStyle = colour;
          on.fill(path, "evenodd");
        });
      },
      /** @param {Path2D} path @param {string} colour @param {number} width @param {number[]} [dash] */
      stroke(path, colour, width, dash = [], on = context) {
        within(on, () => {
          on.strokeStyle = colour;
          on.lineWidth = width / scale;
          on.lineJoin = "round";
          on.lineCap = dash.length ? "butt" : "round";
          on.setLineDash(dash.map((length2) => length2 / scale));
          on.stroke(path);
        });
      },
      /** Whether a box of the base zoom is in what is painted, or within some pixels of it. @param {number[]} area @param {number} [near] */
      sees([x0, y0, x1, y1], near = 0) {
        const [l2, t4, r2, b] = [x0 * scale + left, y0 * scale + top, x1 * scale + left, y1 * scale + top];
        return r2 >= box2.left - near && l2 <= box2.right + near && b >= box2.top - near && t4 <= box2.bottom + near;
      }
    };
  }
  function clip({ context, scale, place }, path) {
    const [left, top] = place([0, 0]);
    const moved = new Path2D();
    moved.addPath(path, new DOMMatrix([scale, 0, 0, scale, left, top]));
    context.clip(moved, "evenodd");
  }
  function metresPerPixel(map2) {
    const { lat } = map2.getCenter();
    return 40075016686e-3 * Math.cos(lat * Math.PI / 180) / 2 ** (map2.getZoom() + 8);
  }

  // src/map/ground_canvas.js
  function addCanvas(map2, pane, height, margin, ratio, paint) {
    map2.createPane(pane).style.cssText = `z-index:${height};pointer-events:none`;
    const { _update } = L.Renderer.prototype;
    const Canvas = (
      /** @type {new (options: L.RendererOptions & {pane: string}) => Inner} */
      /** @type {unknown} */
      L.Renderer.extend({
        /** @this {Inner} */
        _initContainer() {
          this._container = document.createElement("canvas");
          this._container.setAttribute("aria-hidden", "true");
          this._container.className = "yz-ground";
        },
        /** @this {Inner} */
        _update() {
          _update.call(this);
          const { min, max } = (
            /** @type {Corners} */
            /** @type {unknown} */
            this._bounds
          );
          const size = max.subtract(min);
          const scale = ratio();
          const canvas2 = this._container;
          canvas2.width = Math.max(1, Math.round(size.x * scale));
          canvas2.height = Math.max(1, Math.round(size.y * scale));
          canvas2.style.width = `${size.x}px`;
          canvas2.style.height = `${size.y}px`;
          L.DomUtil.setPosition(canvas2, min);
          const corner = this._map.layerPointToContainerPoint(min);
          const context = (
            /** @type {CanvasRenderingContext2D} */
            canvas2.getContext("2d")
          );
          context.setTransform(scale, 0, 0, scale, -corner.x * scale, -corner.y * scale);
          const box2 = { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
          paint({ context, ratio: scale, box: box2 });
        },
        _updatePaths() {
        }
      })
    );
    const canvas = new Canvas({ pane, padding: margin });
    map2.addLayer(canvas);
    return {
      paint() {
        if (!map2.hasLayer(canvas)) return;
        canvas._update();
        canvas._updateTransform(canvas._center, canvas._zoom);
      },
      element: () => canvas._container
    };
  }

  // src/map/ground_grid.js
  var STEPS = [0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600];
  var LEAST_PX = 180;
  function stepOf(minutePx) {
    return STEPS.find((step) => step * minutePx >= LEAST_PX) || STEPS[STEPS.length - 1];
  }
  function rounds(from, to, step) {
    const first = Math.ceil(from * 60 / step);
    const last = Math.floor(to * 60 / step);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_2, index) => (first + index) * step / 60);
  }
  function inDegrees(value2, positive, negative) {
    const seconds = Math.round(Math.abs(value2) * 3600);
    const pad2 = (part) => String(part).padStart(2, "0");
    const rest = seconds % 60 ? `${pad2(seconds % 60)}″` : "";
    const side = value2 < 0 ? negative : positive;
    return `${Math.floor(seconds / 3600)}°${pad2(Math.floor(seconds / 60) % 60)}′${rest}${side}`;
  }
  function graticule(map2, { left, top, right, bottom }) {
    const corner = map2.containerPointToLatLng([left, bottom]);
    const far = map2.containerPointToLatLng([right, top]);
    const middle = map2.getCenter();
    const at = map2.latLngToContainerPoint(middle);
    const next = map2.latLngToContainerPoint([middle.lat + 1 / 60, middle.lng + 1 / 60]);
    const down = rounds(corner.lng, far.lng, stepOf(next.x - at.x));
    const across = rounds(corner.lat, far.lat, stepOf(at.y - next.y));
    return {
      down: down.map((lon) => ({ lon, x: map2.latLngToContainerPoint([middle.lat, lon]).x })),
      across: across.map((lat) => ({ lat, y: map2.latLngToContainerPoint([lat, middle.lng]).y }))
    };
  }

  // src/map/room.js
  var FARTHER_PX = 14;
  function around(middle, w2, h2) {
    return { left: middle.x - w2, top: middle.y - h2, right: middle.x + w2, bottom: middle.y + h2 };
  }
  function isFree(box2, taken) {
    return !taken.some(
      (other) => box2.left <= other.right && box2.right >= other.left && box2.top <= other.bottom && box2.bottom >= other.top
    );
  }
  function isWithin2(box2, other) {
    return box2.left >= other.left && box2.right <= other.right && box2.top >= other.top && box2.bottom <= other.bottom;
  }
  function labelSpots(middle, frame, w2, h2, isSoft = false) {
    const x3 = (frame.left + frame.right) / 2;
    const y2 = (frame.top + frame.bottom) / 2;
    const inside = [middle, { x: middle.x, y: middle.y - 2 * h2 }, { x: middle.x, y: middle.y + 2 * h2 }, { x: x3, y: y2 }];
    const outside3 = [
      { x: x3, y: frame.top - h2 - 3 },
      { x: x3, y: frame.bottom + h2 + 3 },
      { x: frame.right + w2, y: y2 },
      { x: frame.left - w2, y: y2 },
      { x: x3, y: frame.top - h2 - FARTHER_PX },
      { x: x3, y: frame.bottom + h2 + FARTHER_PX },
      { x: frame.right - w2, y: frame.top - h2 - 3 },
      { x: frame.left + w2, y: frame.top - h2 - 3 },
      { x: frame.left + w2, y: frame.bottom + h2 + 3 },
      { x: frame.right - w2, y: frame.bottom + h2 + 3 }
    ];
    return isSoft ? [...outside3, ...inside] : [...inside, ...outside3];
  }
  function beside({ x: x3, y: y2 }, reach2, w2, h2) {
    const [side, slant] = [reach2 + w2, 0.7 * reach2];
    return [
      { x: x3 + side, y: y2, align: "left" },
      { x: x3 - side, y: y2, align: "right" },
      { x: x3, y: y2 + reach2 + h2, align: "center" },
      { x: x3, y: y2 - reach2 - h2, align: "center" },
      { x: x3 + slant + w2, y: y2 + slant + h2, align: "left" },
      { x: x3 + slant + w2, y: y2 - slant - h2, align: "left" },
      { x: x3 - slant - w2, y: y2 + slant + h2, align: "right" },
      { x: x3 - slant - w2, y: y2 - slant - h2, align: "right" }
    ];
  }
  function freeSpot(spots, w2, h2, taken, isFit = () => true) {
    return spots.find((spot) => isFree(around(spot, w2, h2), taken) && isFit(spot));
  }

  // src/map/ground_edge.js
  var TICK_PX = 7;
  var SIZE_PX = 11;
  var HALF_LETTER_PX = 8;
  function makeEdge(page, ratio, furniture) {
    const map2 = page.leaflet;
    const canvas = document.createElement("canvas");
    canvas.className = "yz-ground-edge";
    canvas.setAttribute("aria-hidden", "true");
    map2.getContainer().appendChild(canvas);
    let boxes2 = [];
    function tick(context, from, to) {
      context.beginPath();
      context.moveTo(...from);
      context.lineTo(...to);
      context.stroke();
    }
    function cleared(size) {
      const scale = ratio();
      canvas.width = Math.max(1, Math.round(size.x * scale));
      canvas.height = Math.max(1, Math.round(size.y * scale));
      const context = (
        /** @type {CanvasRenderingContext2D} */
        canvas.getContext("2d")
      );
      context.scale(scale, scale);
      context.font = `${SIZE_PX}px ${getComputedStyle(document.body).fontFamily}`;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.fillStyle = page.theme.variable("--neighbour");
      return context;
    }
    function paint() {
      const size = map2.getSize();
      const context = cleared(size);
      const [tickColour, halo] = [page.theme.variable("--ink2"), page.theme.variable("--outside")];
      const { down, across } = graticule(map2, { left: 0, top: 0, right: size.x, bottom: size.y });
      const frame = { left: 0, top: 0, right: size.x, bottom: size.y };
      boxes2 = [];
      const inTheWay = furniture();
      function mark(words2, isDown, at) {
        const half2 = context.measureText(words2).width / 2;
        const [x3, y2] = isDown ? [at, TICK_PX + HALF_LETTER_PX] : [TICK_PX + 3 + half2, at];
        const box2 = { left: x3 - half2, right: x3 + half2, top: y2 - HALF_LETTER_PX, bottom: y2 + HALF_LETTER_PX };
        if (!isWithin2(box2, frame) || !isFree(box2, inTheWay)) return;
        context.lineWidth = 1;
        context.strokeStyle = tickColour;
        tick(context, isDown ? [at, 0] : [0, at], isDown ? [at, TICK_PX] : [TICK_PX, at]);
        context.lineWidth = 3;
        context.strokeStyle = halo;
        context.strokeText(words2, x3, y2);
        context.fillText(words2, x3, y2);
        boxes2.push(box2);
      }
      for (const { lon, x: x3 } of down) mark(inDegrees(lon, "E", "W"), true, x3);
      for (const { lat, y: y2 } of across) mark(inDegrees(lat, "N", "S"), false, y2);
    }
    map2.on("move resize viewreset zoomend", paint);
    map2.on("zoomanim", () => {
      canvas.width = 1;
    });
    return { paint, boxes: () => boxes2 };
  }

  // src/map/ground_lettering.js
  var WIDE = /[\u2e80-\u9fff]/;
  var HALO_PX = 3;
  var RING_PX = 3;
  function makeLettering(page) {
    const measure = (
      /** @type {CanvasRenderingContext2D} */
      document.createElement("canvas").getContext("2d")
    );
    return {
      /** @param {number} size @param {boolean} isSong */
      font(size, isSong) {
        const { fontFamily } = getComputedStyle(document.body);
        return `${size}px ${isSong ? page.theme.variable("--song") : fontFamily}`;
      },
      /**
       * @param {string} words @param {string} font @param {number} apart pixels between Chinese letters; others stand closer
       * @returns {Setting}
       */
      spaced(words2, font, apart2) {
        measure.font = font;
        const space = WIDE.test(words2) ? apart2 : apart2 / 6;
        return [...words2].map((letter) => ({ letter, width: measure.measureText(letter).width + space }));
      }
    };
  }
  var lengthOf = (letters) => letters.reduce((sum2, { width }) => sum2 + width, 0);
  function inRow(letters, { x: x3, y: y2, turn }) {
    let along = -lengthOf(letters) / 2;
    return letters.map(({ letter, width }) => {
      const middle = along + width / 2;
      along += width;
      return { letter, x: x3 + middle * Math.cos(turn), y: y2 + middle * Math.sin(turn), turn };
    });
  }
  function drawName(context, { letters, font, colour, halo, ring }, { fill, line: line2 }) {
    if (ring) {
      context.beginPath();
      context.arc(ring[0], ring[1], RING_PX - 0.6, 0, 2 * Math.PI);
      context.fillStyle = fill;
      context.fill();
      context.strokeStyle = line2;
      context.lineWidth = 1.3;
      context.stroke();
    }
    context.font = font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = HALO_PX;
    context.strokeStyle = halo;
    context.fillStyle = colour;
    const each = (draw) => {
      for (const { letter, x: x3, y: y2, turn } of letters) {
        context.save();
        context.translate(x3, y2);
        context.rotate(turn);
        draw(letter);
        context.restore();
      }
    };
    if (halo) each((letter) => context.strokeText(letter, 0, 0));
    each((letter) => context.fillText(letter, 0, 0));
  }

  // src/outputs/inside.js
  function placeInside(shape) {
    if (shape.type === "Point") return shape.coordinates.slice(0, 2);
    const parts2 = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    const stretches2 = parts2.flatMap((rings) => stretchesAt(rings, halfway(rings[0])));
    stretches2.sort((a2, b) => b.width - a2.width);
    return stretches2[0].at;
  }
  function isInside([x3, y2], shape) {
    const parts2 = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return parts2.some((rings) => stretchesAt(rings, y2).some(({ width, at }) => Math.abs(x3 - at[0]) <= width / 2));
  }
  function halfway(ring) {
    const heights = ring.map((at) => at[1]).sort((a2, b) => a2 - b);
    let middle = Math.floor(heights.length / 2);
    while (middle < heights.length - 1 && heights[middle] === heights[0]) middle += 1;
    const below = heights.filter((height) => height < heights[middle]);
    return (heights[middle] + below[below.length - 1]) / 2;
  }
  function stretchesAt(rings, y2) {
    const crossed = [];
    for (const ring of rings) {
      for (let i3 = 1; i3 < ring.length; i3++) {
        const [ax, ay] = ring[i3 - 1];
        const [bx, by] = ring[i3];
        if (ay > y2 !== by > y2) crossed.push(ax + (bx - ax) * (y2 - ay) / (by - ay));
      }
    }
    crossed.sort((a2, b) => a2 - b);
    const stretches2 = [];
    for (let i3 = 0; i3 + 1 < crossed.length; i3 += 2) {
      const [from, to] = [crossed[i3], crossed[i3 + 1]];
      stretches2.push({ width: to - from, at: [(from + to) / 2, y2] });
    }
    return stretches2;
  }

  // src/map/ground_paths.js
  var STRETCH = 48;
  function pathOf(lines, isClosed) {
    const path = new Path2D();
    for (const line2 of lines) {
      line2.forEach(([x3, y2], index) => {
        if (index) path.lineTo(x3, y2);
        else path.moveTo(x3, y2);
      });
      if (isClosed) path.closePath();
    }
    return path;
  }
  function stretches(line2) {
    const found = [];
    for (let from = 0; from < line2.length - 1; from += STRETCH) {
      const part = line2.slice(from, from + STRETCH + 1);
      found.push({ path: pathOf([part], false), box: boxOf(part) });
    }
    return found;
  }
  function boxOf(line2) {
    const xs = line2.map(([x3]) => x3);
    const ys = line2.map(([, y2]) => y2);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }
  function ringsOf(shape) {
    const parts2 = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return (
      /** @type {Line[]} */
      parts2.flat()
    );
  }
  function makePaths(ground, outlines2, box2) {
    var _a2, _b2, _c, _d, _e, _f, _g, _h;
    const [west, south, east2, north2] = box2;
    const [low, high] = [projected(west, south), projected(east2, north2)];
    const origin = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
    const at = projectionAbout(origin);
    const layers2 = (ground == null ? void 0 : ground.layers) || {};
    const edges = (ground == null ? void 0 : ground.box) || box2;
    const place = (line2) => line2.map(([lon, lat]) => at(lon, lat));
    const truly = (units) => place(degrees3(units));
    function area2({ name, class: kind, schematic, parts: parts2 }) {
      const rings = parts2.flat().map((ring) => truly(unpacked(ring)));
      const drawn = schematic ? rings.map((ring) => softened(ring, kind)) : rings;
      return { name, kind, isSchematic: schematic, path: pathOf(drawn, true), rings: drawn };
    }
    const course = (isSmooth) => ({ name, class: kind, schematic, parts: parts2 }) => {
      const lines = parts2.map((line2) => truly(unpacked(line2)));
      const drawn = schematic && isSmooth ? lines.map(smoothLine) : lines;
      return { name, kind, isSchematic: schematic, path: pathOf(drawn, false), lines: drawn };
    };
    function spot({ name, class: kind, rank, at: [lat, lon] }) {
      return { name, kind, rank: rank ?? 3, at: at(lon, lat), place: [lat, lon] };
    }
    function edgesOf(features2) {
      const rings = features2.flatMap(({ parts: parts2 }) => parts2.flat().map(unpacked));
      return borders(rings, edges).map(truly);
    }
    const sea = ((_a2 = layers2.sea) == null ? void 0 : _a2.features) || [];
    const neighbours = ((_b2 = layers2.neighbours) == null ? void 0 : _b2.features) || [];
    const district = outlines2.flatMap(ringsOf).map(place);
    return {
      origin,
      at,
      district: { path: pathOf(district, true), isThere: district.length > 0 },
      sea: sea.map(area2),
      water: pathOf(
        sea.flatMap((feature) => area2(feature).rings),
        true
      ),
      shore: edgesOf(sea).flatMap(stretches),
      lakes: (((_c = layers2.lakes) == null ? void 0 : _c.features) || []).map(area2),
      rivers: (((_d = layers2.rivers) == null ? void 0 : _d.features) || []).map(course(true)),
      rail: (((_e = layers2.rail) == null ? void 0 : _e.features) || []).map(course(false)),
      roads: (((_f = layers2.roads) == null ? void 0 : _f.features) || []).map(course(false)),
      stations: (((_g = layers2.stations) == null ? void 0 : _g.features) || []).map(spot),
      towns: (((_h = layers2.towns) == null ? void 0 : _h.features) || []).map(spot),
      neighbours: neighbours.map(area2),
      borders: pathOf(edgesOf(neighbours), false),
      accuracy: (ground == null ? void 0 : ground.accuracy_m) || {}
    };
  }

  // src/map/ground_room.js
  var CELL_PX = 6;
  var TURNS = [0, -15, 15, -30, 30, -45, 45].map((angle) => angle * Math.PI / 180);
  var MOST_BEND = 0.5;
  var LEAST_ROOM = 0.7;
  var FAR_COST = 0.8;
  var SLANT_COST = 0.06;
  var OFF = 1.05;
  var BEND_COST_PX = 160;
  function clearance(inside, columns) {
    const rows = inside.length / columns;
    const far = new Float32Array(inside.length);
    const at = readerOf(far, columns);
    function nearest(cell4, sign3) {
      const [x3, y2] = [cell4 % columns, Math.floor(cell4 / columns)];
      return Math.min(
        at(x3 - sign3, y2) + 1,
        at(x3, y2 - sign3) + 1,
        at(x3 - sign3, y2 - sign3) + Math.SQRT2,
        at(x3 + sign3, y2 - sign3) + Math.SQRT2
      );
    }
    for (let cell4 = 0; cell4 < columns * rows; cell4 += 1) if (inside[cell4]) far[cell4] = nearest(cell4, 1);
    for (let cell4 = columns * rows - 1; cell4 >= 0; cell4 -= 1) far[cell4] = Math.min(far[cell4], nearest(cell4, -1));
    return far;
  }
  function readerOf(values, columns) {
    const rows = values.length / columns;
    return (x3, y2) => x3 < 0 || y2 < 0 || x3 >= columns || y2 >= rows ? 0 : values[y2 * columns + x3];
  }
  function roomIn({ inside, columns, cell: cell4 }, length2, height, { most, isSlanted, near }) {
    const far = clearance(inside, columns);
    const at = readerOf(far, columns);
    const reach2 = Math.hypot(columns, inside.length / columns) * cell4;
    const parts2 = Math.max(1, Math.ceil(length2 / height));
    const least = height * LEAST_ROOM;
    function roomOf2(x3, y2, turn) {
      const [ux, uy] = [Math.cos(turn) / cell4, Math.sin(turn) / cell4];
      let room = most;
      for (let part = 0; part <= parts2 && room > 0; part += 1) {
        const along = (part / parts2 - 0.5) * length2;
        room = Math.min(room, cell4 * at(Math.round(x3 + along * ux), Math.round(y2 + along * uy)));
      }
      return room < least ? 0 : room;
    }
    let best = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let start2 = 0; start2 < far.length; start2 += 1) {
      if (far[start2] * cell4 < least) continue;
      const [x3, y2] = [start2 % columns, Math.floor(start2 / columns)];
      const middle = { x: (x3 + 0.5) * cell4, y: (y2 + 0.5) * cell4 };
      const away = Math.hypot(middle.x - near[0], middle.y - near[1]) / reach2;
      for (const turn of isSlanted ? TURNS : [0]) {
        const room = roomOf2(x3, y2, turn);
        const score = room / most - FAR_COST * away - SLANT_COST * Math.abs(turn);
        if (!room || score <= bestScore) continue;
        bestScore = score;
        best = { ...middle, turn };
      }
    }
    return best;
  }
  function maskOf(size, paint, taken) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.ceil(size.x / CELL_PX));
    canvas.height = Math.max(1, Math.ceil(size.y / CELL_PX));
    const context = (
      /** @type {CanvasRenderingContext2D} */
      canvas.getContext("2d")
    );
    context.scale(1 / CELL_PX, 1 / CELL_PX);
    paint(context);
    for (const { left, top, right, bottom } of taken) context.clearRect(left, top, right - left, bottom - top);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const inside = new Uint8Array(canvas.width * canvas.height);
    for (let i3 = 0; i3 < inside.length; i3 += 1) inside[i3] = data[4 * i3 + 3] > 200 ? 1 : 0;
    return { inside, columns: canvas.width, cell: CELL_PX };
  }
  function paced(line2, step) {
    const points = [];
    let rest = 0;
    for (let i3 = 0; i3 + 1 < line2.length; i3 += 1) {
      const [[ax, ay], [bx, by]] = [line2[i3], line2[i3 + 1]];
      const length2 = Math.hypot(bx - ax, by - ay);
      for (; rest <= length2 && length2 > 0; rest += step) {
        points.push([ax + (bx - ax) * rest / length2, ay + (by - ay) * rest / length2]);
      }
      rest -= length2;
    }
    return points;
  }
  function roomAlong(line2, letters, height, { isFree: isFree2, near }) {
    const pace = 4;
    const points = paced(line2, pace);
    const length2 = letters.reduce((sum2, { width }) => sum2 + width, 0);
    const span = Math.ceil(length2 / pace);
    let best = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let start2 = 0; start2 + span < points.length; start2 += 3) {
      const stretch = points.slice(start2, start2 + span + 1);
      const [[ax], [bx]] = [stretch[0], stretch[span]];
      if (ax > bx) stretch.reverse();
      const cost = Math.hypot(stretch[span >> 1][0] - near[0], stretch[span >> 1][1] - near[1]);
      if (cost >= bestCost) continue;
      const sides = [-1, 1].map((side) => set(stretch, letters, side * height * OFF, pace));
      const found = sides.find((one2) => one2 !== null && fits(one2));
      const whole = found ? cost + BEND_COST_PX * bendOf(found) : bestCost;
      if (!found || whole >= bestCost) continue;
      best = found;
      bestCost = whole;
    }
    return best;
    function fits(set2) {
      const half2 = height * 0.55;
      return set2.every(({ x: x3, y: y2 }) => isFree2({ left: x3 - half2, right: x3 + half2, top: y2 - half2, bottom: y2 + half2 }));
    }
  }
  function bendOf(letters) {
    return letters.slice(1).reduce((sum2, { turn }, index) => sum2 + Math.abs(turn - letters[index].turn), 0);
  }
  function set(points, letters, off, pace) {
    let along = 0;
    let last = null;
    const found = [];
    for (const { letter, width } of letters) {
      const middle = Math.min(points.length - 1, Math.round((along + width / 2) / pace));
      const [from, to] = [points[Math.max(0, middle - 4)], points[Math.min(points.length - 1, middle + 4)]];
      const turn = Math.atan2(to[1] - from[1], to[0] - from[0]);
      if (Math.abs(turn) > 1.35 || last !== null && Math.abs(turn - last) > MOST_BEND) return null;
      const [x3, y2] = points[middle];
      found.push({ letter, x: x3 - off * Math.sin(turn), y: y2 + off * Math.cos(turn), turn });
      last = turn;
      along += width;
    }
    return found;
  }

  // src/map/ground_area_names.js
  var SEA = { size: 19, apart: 14, most: 90, isSlanted: true };
  var LAKE = { size: 15, apart: 4, most: 40, isSlanted: false };
  var RIVER = { size: 14, apart: 2 };
  var NEIGHBOUR = { size: 14, apart: 7, most: 48 };
  var SCHEMATIC_ZOOM = 13;
  function makeAreaNames(page, paths) {
    const { font, spaced } = makeLettering(page);
    const colour = (name) => page.theme.variable(`--${name}`);
    const isSeen2 = (brush, { rings }) => rings.some((ring) => brush.sees(boxOf(ring)));
    function nameWater(brush, board, { name, path }, { size, apart: apart2, most, isSlanted }) {
      if (!name) return;
      const words2 = page.text(name);
      const face = font(size, true);
      const letters = spaced(words2, face, apart2);
      const mask = maskOf(board.size, (on) => brush.fill(path, "#000", on), board.taken);
      const at = roomIn(mask, lengthOf(letters) - apart2, size, { most, isSlanted, near: board.middle });
      if (!at) return;
      const look = { size, font: face, colour: colour("water-name"), halo: "" };
      board.keep({ words: words2, kind: "water", letters: inRow(letters, at), ...look });
    }
    function nameRiver(brush, board, { name, lines, isSchematic }) {
      if (!name) return;
      const { size, apart: apart2 } = RIVER;
      const isTold = isSchematic && page.leaflet.getZoom() >= SCHEMATIC_ZOOM;
      const words2 = page.text(name) + (isTold ? page.say("ground_schematic") : "");
      const face = font(size, true);
      const letters = spaced(words2, face, apart2);
      const wish = { isFree: board.isOpen, near: board.middle };
      const found = lines.map((line2) => roomAlong(line2.map(brush.place), letters, size, wish)).find(Boolean);
      if (!found) return;
      const look = { size, font: face, colour: colour("water-name"), halo: colour("outside") };
      board.keep({ words: words2, kind: "water", letters: found, ...look });
    }
    function nameNeighbour(brush, board, { name, path }) {
      if (!name) return;
      const { size, apart: apart2, most } = NEIGHBOUR;
      const words2 = page.text(name);
      const face = font(size, false);
      const letters = spaced(words2, face, apart2);
      const mask = maskOf(
        board.size,
        (on) => {
          brush.fill(path, "#000", on);
          on.globalCompositeOperation = "destination-out";
          brush.fill(paths.district.path, "#000", on);
          brush.fill(paths.water, "#000", on);
        },
        board.taken
      );
      const at = roomIn(mask, lengthOf(letters), size, { most, isSlanted: false, near: board.middle });
      if (!at) return;
      const look = { size, font: face, colour: colour("neighbour"), halo: colour("outside") };
      board.keep({ words: words2, kind: "neighbour", letters: inRow(letters, at), ...look });
    }
    return {
      /** @param {Brush} brush @param {Board} board */
      waters(brush, board) {
        for (const area2 of paths.sea) if (isSeen2(brush, area2)) nameWater(brush, board, area2, SEA);
        for (const area2 of paths.lakes) if (isSeen2(brush, area2)) nameWater(brush, board, area2, LAKE);
        for (const course of paths.rivers) nameRiver(brush, board, course);
      },
      /** @param {Brush} brush @param {Board} board */
      neighbours(brush, board) {
        for (const area2 of paths.neighbours) if (isSeen2(brush, area2)) nameNeighbour(brush, board, area2);
      }
    };
  }

  // src/map/ground_names.js
  var TOWN = { kind: (
    /** @type {const} */
    "town"
  ), size: 13, reach: RING_PX, isRinged: true };
  var SEED = { reach: 7, isRinged: false };
  var STATION = { kind: (
    /** @type {const} */
    "station"
  ), size: 11, reach: 3, isRinged: false };
  var STATION_ZOOM = 13;
  var BEYOND_ZOOM = 12;
  var EDGE_PX = 6;
  var OFF_PX = 4;
  function makeBoard(size, taken) {
    const names = [];
    return {
      size,
      taken,
      names,
      middle: (
        /** @type {[number, number]} */
        [size.x / 2, size.y / 2]
      ),
      /** @param {Box} box */
      isOpen(box2) {
        const isSeen2 = box2.left > EDGE_PX && box2.top > EDGE_PX && box2.right < size.x - EDGE_PX && box2.bottom < size.y - EDGE_PX;
        return isSeen2 && isFree(box2, taken);
      },
      /** @param {Omit<Name, "boxes"> & {boxes?: Box[]}} name */
      keep(name) {
        const half2 = name.size * 0.6;
        const around2 = ({ x: x3 = 0, y: y2 = 0 }) => ({ left: x3 - half2, right: x3 + half2, top: y2 - half2, bottom: y2 + half2 });
        const boxes2 = name.boxes || name.letters.map(around2);
        taken.push(...boxes2);
        names.push({ ...name, boxes: boxes2 });
      }
    };
  }
  function makeNames(page, paths, outlines2, signAt) {
    const map2 = page.leaflet;
    const areas = makeAreaNames(page, paths);
    const { font, spaced } = makeLettering(page);
    const isOurs = ({ place: [lat, lon] }) => !outlines2.length || outlines2.some((shape) => isInside([lon, lat], shape));
    const ours = new Set([...paths.towns, ...paths.stations].filter(isOurs));
    function look(spot) {
      const [ink, halo] = ours.has(spot) ? ["ink2", "district"] : ["neighbour", "outside"];
      return { colour: page.theme.variable(`--${ink}`), halo: page.theme.variable(`--${halo}`) };
    }
    function nameSpot(brush, board, spot, { kind, size, reach: reach2, isRinged }) {
      if (!spot.name) return;
      const [x3, y2] = brush.place(spot.at);
      const sign3 = { left: x3 - reach2, right: x3 + reach2, top: y2 - reach2, bottom: y2 + reach2 };
      if (isRinged && !board.isOpen(sign3)) return;
      const words2 = page.text(spot.name);
      const face = font(size, false);
      const letters = spaced(words2, face, 0);
      const [w2, h2, off] = [lengthOf(letters) / 2, size * 0.62, reach2 + OFF_PX];
      const sides = [[x3 + off + w2, y2], [x3 - off - w2, y2], [x3, y2 + off + h2], [x3, y2 - off - h2]];
      for (const [cx, cy] of sides) {
        const box2 = { left: cx - w2 - 1, right: cx + w2 + 1, top: cy - h2, bottom: cy + h2 };
        if (!board.isOpen(box2)) continue;
        const row = inRow(letters, { x: cx, y: cy, turn: 0 });
        const taken = isRinged ? { boxes: [box2, sign3], ring: (
          /** @type {[number, number]} */
          [x3, y2]
        ) } : { boxes: [box2] };
        board.keep({ words: words2, kind, letters: row, size, font: face, ...look(spot), ...taken });
        return;
      }
    }
    function seen(brush, spots) {
      const near = spots.filter(({ at: [x3, y2] }) => brush.sees([x3, y2, x3, y2]));
      return near.sort((a2, b) => Number(ours.has(b)) - Number(ours.has(a2)) || a2.rank - b.rank);
    }
    function nameTowns(brush, board) {
      const isFar = map2.getZoom() < BEYOND_ZOOM;
      for (const town of seen(brush, paths.towns)) {
        const sign3 = signAt(town);
        if (isFar && !ours.has(town) || sign3 === "named") continue;
        nameSpot(brush, board, town, { ...TOWN, ...sign3 === "seed" ? SEED : {} });
      }
    }
    function nameStations(brush, board) {
      if (map2.getZoom() < STATION_ZOOM) return;
      for (const station of seen(brush, paths.stations)) nameSpot(brush, board, station, STATION);
    }
    return {
      /** Finds the names their places. @param {Brush} brush @param {Box[]} taken in pixels of the map: what none may touch */
      place(brush, taken) {
        const board = makeBoard(map2.getSize(), taken);
        const { shown } = page.state;
        if (shown.water) areas.waters(brush, board);
        if (shown.towns) nameTowns(brush, board);
        if (shown.neighbours) areas.neighbours(brush, board);
        if (shown.rail) nameStations(brush, board);
        return board.names;
      }
    };
  }

  // src/map/ground_paint.js
  var SHADE_PX = 16;
  var SHADE = 0.34;
  var BANDS_PX = [13, 5];
  var LININGS = (
    /** @type {[number, number][]} */
    [[16, 0.14], [11, 0.29], [7, 0.45], [3, 0.6]]
  );
  var LINING_PX = 0.7;
  var DASH = [7, 3, 1.5, 3];
  var LEAST_COAST_PX = 3;
  var UNKNOWN_COAST_M = 100;
  var RIVER_SIDE_PX = 14;
  var RIVERS_PX = { river: [5.5, 3.4], canal: [3.4, 1.6], stream: [2.4, 1] };
  var STATION_PX_PER_KM = 17;
  var ROADS_PX = { motorway: 1.8, trunk: 1.5, primary: 1.2, secondary: 0.9 };
  var OTHER_ROAD_PX = 0.6;
  function makePainter(page, paths) {
    const spare = document.createElement("canvas");
    const colour = (name) => page.theme.variable(`--${name}`);
    const metrePx = () => 1 / metresPerPixel(page.leaflet);
    function shade({ stroke }) {
      const [under, over] = [colour("outside"), colour("shade")];
      for (let off = SHADE_PX; off > 0; off -= 1) {
        stroke(paths.district.path, mixed(under, over, SHADE * (1 - off / SHADE_PX) ** 1.6), 2 * off);
      }
    }
    function land2(brush) {
      const { context, box: box2 } = brush;
      context.fillStyle = colour(paths.district.isThere ? "outside" : "district");
      context.fillRect(box2.left, box2.top, box2.right - box2.left, box2.bottom - box2.top);
      if (!paths.district.isThere) return;
      shade(brush);
      brush.fill(paths.district.path, colour("district"));
      context.save();
      clip(brush, paths.district.path);
      context.globalAlpha = 0.55;
      for (const width of BANDS_PX) brush.stroke(paths.district.path, colour("band"), width);
      context.restore();
    }
    function rub(brush, on) {
      const coast = Math.max(LEAST_COAST_PX, (paths.accuracy.sea ?? UNKNOWN_COAST_M) * metrePx());
      on.globalCompositeOperation = "destination-out";
      brush.fill(paths.water, "#000", on);
      for (const { path, box: box2 } of paths.shore) if (brush.sees(box2, coast)) brush.stroke(path, "#000", 2 * coast, [], on);
      for (const { path } of paths.rivers) brush.stroke(path, "#000", RIVER_SIDE_PX, [], on);
    }
    function lines(brush, shown) {
      const { context, ratio, box: box2 } = brush;
      spare.width = context.canvas.width;
      spare.height = context.canvas.height;
      const on = (
        /** @type {CanvasRenderingContext2D} */
        spare.getContext("2d")
      );
      on.setTransform(context.getTransform());
      if (shown.neighbours) {
        on.globalAlpha = 0.55;
        brush.stroke(paths.borders, colour("border"), 0.9, DASH, on);
        on.globalAlpha = 1;
      }
      if (shown.district) brush.stroke(paths.district.path, colour("border"), 1.6, [], on);
      if (shown.water) rub(brush, on);
      context.drawImage(spare, box2.left, box2.top, spare.width / ratio, spare.height / ratio);
      spare.width = 1;
    }
    function sea(brush) {
      const { context } = brush;
      const [fill, lining] = [colour("sea"), colour("lining")];
      const near = paths.shore.filter(({ box: box2 }) => brush.sees(box2, 2 * LININGS[0][0]));
      brush.fill(paths.water, fill);
      if (!near.length) return;
      context.save();
      clip(brush, paths.water);
      for (const [off, share] of LININGS) {
        const tone = mixed(fill, lining, share);
        for (const { path } of near) brush.stroke(path, mixed(fill, colour("shore"), share), 2 * off + LINING_PX);
        for (const { path } of near) brush.stroke(path, tone, 2 * off - LINING_PX);
      }
      context.restore();
      for (const { path } of near) brush.stroke(path, colour("shore"), 1.1);
    }
    function lakes({ context, fill }) {
      const water = colour("sea");
      for (const { path, isSchematic } of paths.lakes) {
        context.save();
        if (isSchematic) context.filter = "blur(1.5px)";
        fill(path, water);
        context.restore();
      }
    }
    function rivers({ stroke }) {
      const wide2 = RIVERS_PX.river;
      const [casing, river] = [colour("casing"), colour("river")];
      for (const { path, kind } of paths.rivers) stroke(path, casing, (RIVERS_PX[kind || ""] || wide2)[0]);
      for (const { path, kind } of paths.rivers) stroke(path, river, (RIVERS_PX[kind || ""] || wide2)[1]);
    }
    function roads(brush) {
      for (const { path, kind } of paths.roads) brush.stroke(path, colour("road"), ROADS_PX[kind || ""] || OTHER_ROAD_PX);
    }
    function rail2(brush) {
      const { context } = brush;
      for (const { path } of paths.rail) brush.stroke(path, colour("metro"), 1);
      if (metrePx() * 1e3 < STATION_PX_PER_KM) return;
      context.fillStyle = colour("district");
      context.strokeStyle = colour("metro");
      context.lineWidth = 1;
      for (const { at } of paths.stations) {
        if (!brush.sees([...at, ...at])) continue;
        context.beginPath();
        context.arc(...brush.place(at), 2.2, 0, 2 * Math.PI);
        context.fill();
        context.stroke();
      }
    }
    return {
      /** @param {Sheet} sheet @param {Shown} shown */
      paint(sheet2, shown) {
        const brush = makeBrush(page.leaflet, paths, sheet2);
        land2(brush);
        lines(brush, shown);
        if (shown.water) {
          sea(brush);
          lakes(brush);
          rivers(brush);
        }
        if (shown.roads) roads(brush);
        if (shown.rail) rail2(brush);
      },
      /** The district's line alone, over a basemap. @param {Sheet} sheet */
      outline(sheet2) {
        makeBrush(page.leaflet, paths, sheet2).stroke(paths.district.path, colour("ink"), 2);
      }
    };
  }

  // src/map/ground.js
  var GROUND_Z = 150;
  var NAMES_Z = 610;
  var MARGIN = 0.15;
  var PAPER_RATIO = 2.5;
  var BEYOND = 0.5;
  var SAME_PLACE = 1e-5;
  var SAME_TOWN = 0.1;
  var IN_THE_WAY = "#yz-hands .group, #yz-key, .leaflet-control-attribution, .yz-scale, #yz-parcel-note, .yz-lens .glass";
  var LOOKS = (
    /** @type {const} */
    ["lang", "theme", "systemDark", "shown", "printing", "basemap", "notice"]
  );
  function boxOfMap({ ground, bounds }) {
    if (ground) return ground.box;
    const [[south, west], [north2, east2]] = bounds;
    const beyond = BEYOND * Math.max(east2 - west, north2 - south);
    return [west - beyond, south - beyond, east2 + beyond, north2 + beyond];
  }
  function groundShown({ ground, places }) {
    const { sea, lakes, rivers, rail: rail2, stations, roads, towns, neighbours } = (ground == null ? void 0 : ground.layers) || {};
    const there = {
      water: sea || lakes || rivers,
      roads,
      rail: rail2 || stations,
      towns: towns || places.length,
      neighbours
    };
    return Object.fromEntries(Object.entries(there).flatMap(([name, layer]) => layer ? [[name, true]] : []));
  }
  var bare = ({ zh }) => zh.replace(/^(..+?)(?:镇|乡|街道)$/, "$1");
  function makeGround(page) {
    var _a2;
    const { leaflet: map2, data, layers: layers2 } = page;
    const drawn = (
      /** @type {DrawnShape[]} */
      /** @type {unknown} */
      ((_a2 = layers2.district) == null ? void 0 : _a2.getLayers()) || []
    );
    const outlines2 = drawn.map(({ feature }) => feature.geometry);
    const paths = makePaths(data.ground, outlines2, boxOfMap(data));
    const painter = makePainter(page, paths);
    const own = data.places.map(({ name, lat, lon }) => {
      return {
        name: { zh: bare(name), en: name.en },
        kind: null,
        rank: 0,
        at: paths.at(lon, lat),
        place: (
          /** @type {[number, number]} */
          [lat, lon]
        )
      };
    });
    const isOwn = ({ name, place: [lat, lon] }) => own.some((town) => {
      const [y2, x3] = town.place;
      return name && bare(name) === town.name.zh && Math.hypot(x3 - lon, y2 - lat) < SAME_TOWN;
    });
    paths.towns = [...own, ...paths.towns.filter((town) => !isOwn(town))];
    const names = makeNames(page, paths, outlines2, signAt);
    let sharpness = 0;
    let occupied = { zoom: -1, boxes: [] };
    let placed2 = [];
    function ratio() {
      if (sharpness) return sharpness;
      return page.state.printing ? PAPER_RATIO : window.devicePixelRatio || 1;
    }
    function isCovered() {
      const { basemap: basemap2, notice: notice2 } = page.state;
      return basemap2.name !== "" && page.basemaps.layers().length > 0 && (notice2 == null ? void 0 : notice2.about) !== "basemap";
    }
    function signAt({ name, place: [lat, lon] }) {
      const isHere = ([y2, x3]) => Math.hypot(y2 - lat, x3 - lon) < SAME_PLACE;
      const { shown } = page.state;
      const isMarked = data.sites.some(({ at, projects: projects3, parks: parks3 }) => {
        return isHere(at) && (shown.projects && projects3.length > 0 || shown.parks && parks3.length > 0);
      });
      const isZone = shown.zones && data.zones.some((zone) => name && page.text(zone.short) === page.text(name));
      if (isMarked || isZone) return "named";
      return shown.zones && data.zones.some(({ seeds }) => seeds.some(isHere)) ? "seed" : null;
    }
    function paintGrid({ context, box: box2 }) {
      const { down, across } = graticule(map2, box2);
      context.save();
      context.globalAlpha = 0.06;
      context.fillStyle = page.theme.variable("--ink");
      for (const { x: x3 } of down) context.fillRect(x3, box2.top, 1, box2.bottom - box2.top);
      for (const { y: y2 } of across) context.fillRect(box2.left, y2, box2.right - box2.left, 1);
      context.restore();
    }
    function furniture() {
      const frame = map2.getContainer().getBoundingClientRect();
      const inTheWay = [...document.querySelectorAll(IN_THE_WAY)].map((node) => node.getBoundingClientRect());
      const seen = inTheWay.filter(({ width, height }) => width && height);
      return seen.map(({ left, right, top, bottom }) => {
        return { left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top };
      });
    }
    function labelled2() {
      if (occupied.zoom !== map2.getZoom()) return [];
      const corner = map2.project(map2.containerPointToLatLng([0, 0]));
      return occupied.boxes.map(({ left, right, top, bottom }) => {
        return { left: left - corner.x, right: right - corner.x, top: top - corner.y, bottom: bottom - corner.y };
      });
    }
    function paintNames(sheet2) {
      placed2 = [];
      if (isCovered()) {
        painter.outline(sheet2);
        return;
      }
      placed2 = names.place(makeBrush(map2, paths, sheet2), [...labelled2(), ...furniture(), ...edge.boxes()]);
      const ring = { fill: page.theme.variable("--district"), line: page.theme.variable("--ink2") };
      for (const name of placed2) drawName(sheet2.context, name, ring);
    }
    function paintGround(sheet2) {
      painter.paint(sheet2, page.state.shown);
      paintGrid(sheet2);
    }
    const edge = makeEdge(page, ratio, furniture);
    const ground = addCanvas(map2, "yz-ground", GROUND_Z, MARGIN, ratio, paintGround);
    const above = addCanvas(map2, "yz-ground-names", NAMES_Z, 0, ratio, paintNames);
    function paint() {
      edge.paint();
      ground.paint();
      above.paint();
    }
    return {
      paint,
      /** Names that are on the map now, for tests and other outputs: words, kind and boxes in pixels of the map. */
      named: () => placed2,
      /**
       * Puts the ground's names where the plan's labels leave room.
       * @param {Box[]} boxes that are taken, in pixels of the map's layers
       */
      label(boxes2) {
        const corner = map2.getPixelOrigin();
        const move = ({ left = 0, right = 0, top = 0, bottom = 0 }) => {
          return { left: left + corner.x, right: right + corner.x, top: top + corner.y, bottom: bottom + corner.y };
        };
        occupied = { zoom: map2.getZoom(), boxes: boxes2.map(move) };
        above.paint();
      },
      /** Paints with so many pixels in one of the screen; 0: as many as the screen has. @param {number} wanted */
      sharpen(wanted) {
        sharpness = wanted;
        paint();
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (LOOKS.some((name) => state[name] !== before[name])) paint();
      }
    };
  }

  // src/map/limits.js
  var DEEPEST = 18;
  var OUT = 1;
  var IN = 2;
  var BEARS_PX = 170;
  var EDGE_PX2 = 12;
  var SNAP = 4;
  function makeLimits(page) {
    const { leaflet: map2, data } = page;
    const [west, south, east2, north2] = boxOfMap(data);
    const ground = L.latLngBounds([south, west], [north2, east2]);
    const plan = L.latLngBounds(data.bounds);
    function sizeOf(bounds) {
      const size = map2.project(bounds.getSouthEast(), 0).subtract(map2.project(bounds.getNorthWest(), 0));
      return { x: Math.max(size.x, 1e-9), y: Math.max(size.y, 1e-9) };
    }
    function whole(view) {
      const { x: x3, y: y2 } = sizeOf(plan);
      return Math.log2(Math.max(1, Math.min((view.x - 2 * EDGE_PX2) / x3, (view.y - 2 * EDGE_PX2) / y2)));
    }
    function filled(view) {
      const { x: x3, y: y2 } = sizeOf(ground);
      return Math.log2(Math.max(view.x / x3, view.y / y2));
    }
    function borne() {
      if (page.parcels || page.state.basemap.name || data.bases.includes("official")) return DEEPEST;
      const known = data.places.map(({ uncertainty_m }) => uncertainty_m).filter((metres) => metres > 0);
      if (!known.length) return DEEPEST;
      const round3 = 40075016686e-3 * Math.cos(plan.getCenter().lat * Math.PI / 180);
      return Math.log2(BEARS_PX * round3 / (256 * Math.min(...known)));
    }
    function set2() {
      const view = map2.getSize();
      if (!view.x || !view.y) return;
      const home = whole(view);
      const least = Math.floor(SNAP * Math.min(home, Math.max(filled(view), home - OUT))) / SNAP;
      const most = Math.min(DEEPEST, Math.ceil(SNAP * Math.max(borne(), home + IN)) / SNAP);
      const half2 = view.divideBy(2 ** home * 2);
      const [low, high] = [map2.project(plan.getSouthWest(), 0), map2.project(plan.getNorthEast(), 0)];
      const wide2 = L.latLngBounds(
        map2.unproject([low.x - half2.x, low.y + half2.y], 0),
        map2.unproject([high.x + half2.x, high.y - half2.y], 0)
      );
      map2.setMaxBounds(wide2.extend(ground));
      map2.setMinZoom(Math.max(0, least));
      map2.setMaxZoom(Math.max(least, most));
    }
    map2.options.maxBoundsViscosity = 1;
    map2.on("resize", set2);
    return {
      set: set2,
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.basemap !== before.basemap) set2();
      }
    };
  }

  // src/map/callout.js
  var EDGE_PX3 = 14;
  var TOP_PX = 16;
  function makeCallout(page, marks) {
    const map2 = page.leaflet;
    const box2 = document.createElement("div");
    box2.id = "yz-callout";
    box2.setAttribute("aria-hidden", "true");
    map2.getContainer().appendChild(box2);
    const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
    function said(project) {
      const zone = page.data.zones.find(({ zone_id }) => zone_id === project.zone_id);
      const list5 = project.list && page.data.downloads.words[project.list];
      return [page.numbers.investment(project), zone && page.text(zone.shortest), list5 && page.text(list5)].filter(
        Boolean
      );
    }
    function draw() {
      const key = page.state.hovered || page.state.opened;
      const project = key ? byKey.get(key) : void 0;
      const mark = marks.shown().find(({ all }) => project && all.includes(project));
      const isCalled = page.view.layout === "table" && mark && project;
      Q(isCalled ? content(project, mark) : null, box2);
    }
    function content(project, mark) {
      const at = map2.layerPointToContainerPoint([mark.x, mark.y]);
      const reach2 = marks.reach(mark) + 6;
      const { x: width } = map2.getSize();
      const isLow = at.y < 150;
      const top = isLow ? at.y + reach2 + 40 : TOP_PX;
      const height = isLow ? 0 : Math.max(0, at.y - reach2 - TOP_PX);
      const x3 = Math.min(width - EDGE_PX3 - 4, Math.max(EDGE_PX3 + 4, at.x));
      const here = `${page.say("wanted_here")} ${page.numbers.items(mark.wanted.length)} · ${page.numbers.invested(mark.wanted)}`;
      const line2 = isLow ? { left: `${x3}px`, top: `${at.y + reach2}px`, height: "40px" } : { left: `${x3}px`, top: `${TOP_PX}px`, height: `${height}px` };
      const place = { top: `${top}px`, right: `${EDGE_PX3}px` };
      return html`<i class="leader" style=${line2}></i>
      <div class="box" style=${place}>
        <b>${page.text(page.data.subjects[project.key].name)}</b>
        <span>${said(project).join(" · ")}</span>
        <span class="meta">${here}</span>
      </div>`;
    }
    map2.on("move zoomend", draw);
    return { draw };
  }

  // src/elements/links.js
  function link(page, key, note3) {
    const { name } = page.data.subjects[key];
    return opener(page, key, "", html`${page.text(name)}${note3 ? html`<span class="meta">${`  ${note3}`}</span>` : null}`);
  }
  function namedLink(page, key, words2) {
    return opener(page, key, "", words2 || page.text(page.data.subjects[key].name));
  }
  function canOpen(page, key) {
    return page.subject(key) !== null || page.parcels !== null && key.startsWith("parcel:");
  }
  function details(page, key) {
    const subject = page.subject(key);
    const label = `${page.say("details")} ${subject ? page.text(subject.name) : key.slice(key.indexOf(":") + 1)}`;
    return opener(page, key, "details", page.say("details"), label);
  }
  function opener(page, key, kind, content, label) {
    const opened = page.state.opened === key && "open";
    return html`<button type="button" class=${classes(kind, "open-subject", opened)} data-key=${key} aria-label=${label}
    onClick=${() => page.open(key)}>${content}</button>`;
  }
  function list(items) {
    return html`<ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
  }
  function linkList(page, keys, note3) {
    return list(keys.map((key) => link(page, key, note3 ? note3(key) : "")));
  }
  function fold(page, id, title, content, onPaper) {
    const { printing: printing2, unfolded: unfolded2 } = page.state;
    const toggled2 = (event) => {
      const { open } = (
        /** @type {HTMLDetailsElement} */
        event.currentTarget
      );
      if (page.state.printing || Boolean(page.state.unfolded[id]) === open) return;
      page.store.change({ unfolded: { ...page.state.unfolded, [id]: open } });
    };
    return html`<details id=${id} open=${Boolean(unfolded2[id] || printing2 && onPaper)} onToggle=${toggled2}>
    <summary>${title}</summary>${content}
  </details>`;
  }
  function note(words2) {
    return html`<p class="empty">${words2}</p>`;
  }
  function counted(name, count) {
    return `${name} ${count}`;
  }

  // src/elements/finding.js
  function findingsOf(page, key) {
    return page.data.findings.filter((finding) => finding.subjects.includes(key));
  }
  function flagsOf(page, key) {
    return hasOwn(page.data.flags, key) ? page.data.flags[key] : 0;
  }
  function isGrave(finding) {
    return finding.severity !== "info";
  }
  function ruleNamed(page, name) {
    return page.data.rules.find((rule) => rule.rule === name);
  }
  function findingBlock(page, finding, leadsTo) {
    const { severity, subjects, rule } = finding;
    const reading = page.text(finding.reading);
    const remedy = page.text(finding.remedy);
    const seeRule = () => page.store.change({ rule, view: "findings" });
    return html`<div class=${`finding ${severity}`}>
    <p><span class=${`severity ${severity}`}>${page.text(page.data.severities[severity])}</span>${page.text(finding.message)}</p>
    ${chips(page, finding.clauses)}
    ${reading && html`<p class="meta">${page.say("reading") + reading}</p>`}
    ${remedy && html`<p class="meta">${page.say("remedy") + remedy}</p>`}
    ${leadsTo === "subject" && subjects.filter((key) => canOpen(page, key)).map((key) => details(page, key))}
    ${leadsTo === "rule" && html`<button type="button" class="details" onClick=${seeRule}>${page.say("see_rule")}</button>`}
  </div>`;
  }

  // src/map/covers.js
  var COVERS = "#yz-key, #yz-hands .group, .leaflet-control-attribution, .leaflet-control-scale, .north, #yz-parcel-note, .yz-lens .glass";
  function coversOf(map2) {
    return [...document.querySelectorAll(COVERS)].map((node) => boxOn(map2, node)).filter(isSome);
  }
  function boxOn(map2, node) {
    const frame = map2.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const low = map2.containerPointToLayerPoint([left - frame.left, top - frame.top]);
    const high = map2.containerPointToLayerPoint([right - frame.left, bottom - frame.top]);
    return { left: low.x, top: low.y, right: high.x, bottom: high.y };
  }
  var isSome = (box2) => box2.right > box2.left && box2.bottom > box2.top;
  function viewOf(map2) {
    const { x: left, y: top } = map2.containerPointToLayerPoint([0, 0]);
    const { x: right, y: bottom } = map2.containerPointToLayerPoint(map2.getSize());
    return { left, top, right, bottom };
  }

  // src/map/label_sizes.js
  var CLEAR_PX = 2;
  var BARE = "bare";
  function makeSizes(map2) {
    const known = /* @__PURE__ */ new Map();
    return {
      /** Another type or width of the page may have words larger. */
      forget: () => known.clear(),
      /** @param {HTMLElement[]} nodes */
      of(nodes) {
        const isFar = map2.getContainer().classList.contains("far");
        for (const node of nodes) node.classList.remove(BARE);
        const sizes2 = /* @__PURE__ */ new Map();
        for (const node of nodes) {
          const words2 = `${isFar} ${node.className} ${node.textContent}`;
          const size = known.get(words2) || { whole: halfOf(node), bare: bareOf(node) };
          known.set(words2, size);
          sizes2.set(node, size);
        }
        return sizes2;
      }
    };
  }
  function halfOf(node) {
    return { w: node.offsetWidth / 2 + CLEAR_PX, h: node.offsetHeight / 2 + CLEAR_PX };
  }
  function bareOf(node) {
    const first = (
      /** @type {HTMLElement | null} */
      node.firstElementChild
    );
    return first && node.children.length > 1 ? halfOf(first) : null;
  }

  // src/map/labels.js
  function makeLabels(page, shapes, ground, marks) {
    const map2 = page.leaflet;
    const pane = map2.createPane("yz-labels");
    pane.style.zIndex = "640";
    pane.classList.add("leaflet-zoom-hide");
    const zones2 = page.data.zones.filter(({ middle, key }) => middle && shapes.byKey[key]);
    const measured2 = makeSizes(map2);
    let sizes2 = /* @__PURE__ */ new Map();
    let taken = [];
    function zoneLabel(zone) {
      const lines = (
        /** @type {string[]} */
        [].concat(page.view.label(zone)).filter(Boolean)
      );
      const flags = page.state.shown.findings ? flagsOf(page, zone.key) : 0;
      const colour = { color: page.theme.shade(zone.colour) };
      return html`<div key=${zone.key} class="map-label zone-label" data-key=${zone.key}>
      <span class="name" style=${colour}>${page.text(zone.short)}${flags ? html` <span class="flag">${flags}</span>` : null}</span>
      ${lines.map((line2) => html`<span class="area">${line2}</span>`)}
    </div>`;
    }
    function markLabel({ host, sites, wanted }) {
      const flags = page.state.shown.findings ? wanted.reduce((sum3, { key }) => sum3 + flagsOf(page, key), 0) : 0;
      const others = sites.length > 1 ? page.say("and_places").replace("%d", String(sites.length)) : "";
      const sum2 = page.view.sum ? page.view.sum(wanted) : page.numbers.roughly(wanted);
      const where2 = `${page.text(host.name)}${others} · ${page.numbers.items(wanted.length)}`;
      return html`<div key=${`mark:${host.place_id}`} class="map-label mark-label" data-place=${host.place_id}>
      ${sum2 || flags ? html`<span class="sum">${sum2}${flags ? html` <span class="flag">${flags}</span>` : null}</span>` : null}
      <span class="where">${where2}</span>
    </div>`;
    }
    function placeLabel(place, index) {
      return html`<div key=${`place:${index}`} class="map-label place-label"><span class="name">${page.text(place.name)}</span></div>`;
    }
    const places = () => page.state.shown.places && !page.ground ? page.data.places : [];
    function fitness(zone, { w: w2, h: h2 }) {
      const view = viewOf(map2);
      const middle = map2.latLngToLayerPoint(
        /** @type {[number, number]} */
        zone.middle
      );
      const isSeen2 = isWithin2(around(middle, 0, 0), view);
      return (spot) => {
        if (isSeen2 && !isWithin2(around(spot, w2, h2), view)) return false;
        const inside = zones2.filter((other) => [-h2, 0, h2].some((step) => isOn(other, spot.x, spot.y + step)));
        if (inside.length && !inside.includes(zone)) return false;
        return !isOuter(zone) || inside.length > 0 && inside.every((one2) => one2 === zone || isOuter(one2));
      };
    }
    function isOn({ key }, x3, y2) {
      const at = map2.layerPointToLatLng([x3, y2]);
      const outline = shapes.byKey[key];
      return outline.getBounds().contains(at) && isInside([at.lng, at.lat], outline.feature.geometry);
    }
    const isOuter = ({ key }) => shapes.byKey[key].base.fillOpacity === 0;
    function placeZone(zone, node) {
      var _a2;
      const frame = (
        /** @type {Box} */
        ground.frame(zone.key)
      );
      const middle = map2.latLngToLayerPoint(
        /** @type {[number, number]} */
        zone.middle
      );
      for (const isBare of [false, true]) {
        const half2 = (_a2 = sizes2.get(node)) == null ? void 0 : _a2[isBare ? BARE : "whole"];
        if (!half2) continue;
        const spots = labelSpots(middle, frame, half2.w, half2.h, zone.basis !== "official" && !isOuter(zone));
        const spot = freeSpot(spots, half2.w, half2.h, taken, fitness(zone, half2));
        if (!spot) continue;
        node.classList.toggle(BARE, isBare);
        put(node, spot, half2);
        return;
      }
      node.style.visibility = "hidden";
    }
    function placeMark(mark, node) {
      var _a2;
      const view = viewOf(map2);
      const isSeen2 = isWithin2(around(mark, 0, 0), view);
      for (const isBare of [false, true]) {
        const half2 = (_a2 = sizes2.get(node)) == null ? void 0 : _a2[isBare ? BARE : "whole"];
        if (!half2) continue;
        const spots = beside(mark, marks.reach(mark) + CLEAR_PX + 1, half2.w, half2.h);
        const spot = freeSpot(
          spots,
          half2.w,
          half2.h,
          taken,
          (one2) => !isSeen2 || isWithin2(around(one2, half2.w, half2.h), view)
        );
        if (!spot) continue;
        node.classList.toggle(BARE, isBare);
        put(node, spot, half2);
        return;
      }
      node.style.visibility = "hidden";
    }
    function placePlace({ lat, lon }, node) {
      var _a2;
      const half2 = (_a2 = sizes2.get(node)) == null ? void 0 : _a2.whole;
      if (!half2) return;
      const at = map2.latLngToLayerPoint([lat, lon]);
      if (isFree(around(at, half2.w, half2.h), taken)) put(node, at, half2);
      else node.style.visibility = "hidden";
    }
    function put(node, spot, { w: w2, h: h2 }) {
      node.style.visibility = "";
      node.style.textAlign = "align" in spot ? String(spot.align) : "center";
      L.DomUtil.setPosition(node, L.point(spot.x - w2 + CLEAR_PX, spot.y - h2 + CLEAR_PX));
      taken.push(around(spot, w2, h2));
    }
    function zonesByRank() {
      const isOpened = ({ key }) => Number(key === page.state.opened);
      return [...zones2].sort((a2, b) => isOpened(b) - isOpened(a2) || a2.rank - b.rank);
    }
    function occupied() {
      return coversOf(map2).concat(discs());
    }
    function discs() {
      return marks.shown().map((mark) => around(mark, marks.reach(mark) + CLEAR_PX, marks.reach(mark) + CLEAR_PX));
    }
    return {
      forget: measured2.forget,
      /** Writes the labels, and puts each where it covers nothing. */
      arrange() {
        var _a2;
        const named4 = page.state.shown.zones ? zonesByRank() : [];
        const summed = marks.shown().filter(({ wanted }) => wanted.length);
        const towns = places();
        Q([...named4.map(zoneLabel), ...summed.map(markLabel), ...towns.map(placeLabel)], pane);
        const nodes = (
          /** @type {HTMLElement[]} */
          [...pane.children]
        );
        sizes2 = measured2.of(nodes);
        taken = occupied();
        named4.forEach((zone, index) => {
          placeZone(zone, nodes[index]);
        });
        summed.forEach((mark, index) => {
          placeMark(mark, nodes[named4.length + index]);
        });
        towns.forEach((place, index) => {
          placePlace(place, nodes[named4.length + summed.length + index]);
        });
        (_a2 = page.ground) == null ? void 0 : _a2.label(taken);
      }
    };
  }

  // src/map/mark_list.js
  var MOST_LISTED = 200;
  function makeList(page) {
    const map2 = page.leaflet;
    const tip = L.tooltip({ direction: "top", className: "mark-hint" });
    const popup = L.popup({ maxHeight: 260, minWidth: 220, maxWidth: 300, autoPanPadding: [20, 20] });
    const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
    const projectsOf = (keys) => keys.flatMap((key) => byKey.get(key) || []);
    function places(keys) {
      const sites = page.data.sites.filter(
        ({ projects: projects3, parks: parks3 }) => projects3.some(({ key }) => keys.includes(key)) || parks3.some((key) => keys.includes(key))
      );
      return sites.map(({ name }) => page.text(name)).join(page.lang === "zh" ? "、" : ", ");
    }
    function words2(keys) {
      if (keys.length === 1) {
        const { name, note: note3 } = page.data.subjects[keys[0]];
        return [page.text(name), note3 ? page.text(note3) : ""].filter(Boolean).join(" · ");
      }
      const projects3 = projectsOf(keys);
      const count = projects3.length ? `${page.numbers.projects(projects3.length)} · ${page.numbers.invested(projects3)}` : `${keys.length} ${page.say("parks_counted")}`;
      return `${places(keys)} · ${count}`;
    }
    function row(key) {
      const project = byKey.get(key);
      const invests = project ? page.numbers.investment(project) : "";
      return html`${namedLink(page, key, "")}<span class="meta">${invests}</span>`;
    }
    const ranked = (keys) => [...keys].sort((a2, b) => {
      var _a2, _b2;
      return (((_a2 = byKey.get(b)) == null ? void 0 : _a2.investment) || 0) - (((_b2 = byKey.get(a2)) == null ? void 0 : _b2.investment) || 0);
    });
    function textBox(words3) {
      const box2 = document.createElement("div");
      box2.textContent = words3;
      return box2;
    }
    return {
      /** @param {Key[]} keys @param {L.LatLng} at */
      open(keys, at) {
        map2.closeTooltip(tip);
        if (keys.length === 1) {
          page.open(keys[0]);
          return;
        }
        const box2 = document.createElement("div");
        Q(html`<p>${words2(keys)}</p>${list(ranked(keys).slice(0, MOST_LISTED).map(row))}`, box2);
        popup.setLatLng(at).setContent(box2).openOn(map2);
      },
      close: () => map2.closePopup(popup),
      /** @param {Key[]} keys @param {L.LatLng | null} at */
      hint(keys, at) {
        if (at && keys.length) map2.openTooltip(tip.setLatLng(at).setContent(textBox(words2(keys))));
        else map2.closeTooltip(tip);
      }
    };
  }

  // src/map/pinned.js
  var PAD = 0.25;
  function pin(map2, element, { pane, zIndex, draw }) {
    const parent = map2.createPane(pane);
    parent.style.zIndex = String(zIndex);
    parent.appendChild(element);
    element.classList.add("leaflet-zoom-animated");
    let drawn = null;
    function lay() {
      const size = map2.getSize();
      const pad2 = size.multiplyBy(PAD).round();
      const corner = map2.containerPointToLayerPoint(pad2.multiplyBy(-1)).round();
      drawn = { at: map2.layerPointToLatLng(corner), zoom: map2.getZoom() };
      L.DomUtil.setTransform(
        /** @type {HTMLElement} */
        element,
        corner,
        1
      );
      draw({ corner, size: size.add(pad2.multiplyBy(2)) });
    }
    function follow(zoom2, center) {
      if (!drawn) return;
      const corner = (
        /** @type {Inner} */
        map2._latLngToNewLayerPoint(drawn.at, zoom2, center)
      );
      L.DomUtil.setTransform(
        /** @type {HTMLElement} */
        element,
        corner,
        map2.getZoomScale(zoom2, drawn.zoom)
      );
    }
    map2.on("zoomanim", ({ zoom: zoom2, center }) => follow(zoom2, center));
    map2.on("zoom", () => {
      if (drawn && map2.getZoom() !== drawn.zoom) follow(map2.getZoom(), map2.getCenter());
    });
    map2.on("moveend", lay);
    return lay;
  }

  // src/map/sites.js
  var KM_ROUND = 40075.016686;
  var TILE_PX = 256;
  var LEAST_K = 2.7;
  var MOST_K = 6.2;
  var K_BY_SCALE = 0.21;
  var LEAST_PX2 = 3.2;
  var MOST_SHARE = 0.08;
  var MOST_PX = 46;
  var SLACK = 0.05;
  var TOUCH = 0.6;
  function pxPerKm(zoom2, lat) {
    return TILE_PX * 2 ** zoom2 / (KM_ROUND * Math.cos(lat * Math.PI / 180));
  }
  function factorOf(scale, amounts, room) {
    const k2 = Math.min(MOST_K, Math.max(LEAST_K, K_BY_SCALE * scale));
    const most = Math.max(0, ...amounts);
    const sum2 = amounts.reduce((whole, amount) => whole + amount, 0);
    return most > 0 ? Math.min(k2, MOST_PX / Math.sqrt(most), Math.sqrt(MOST_SHARE * room / (Math.PI * sum2))) : k2;
  }
  function radiusOf(amount, factor) {
    return Math.max(LEAST_PX2, factor * Math.sqrt(amount));
  }
  function samples(most) {
    const top = Math.floor(2 * Math.log10(Math.max(most, 1e-3) / 2) + SLACK);
    return [top, top - 1, top - 2].map((step) => (step % 2 ? 3 : 1) * 10 ** Math.floor(step / 2)).map((value2) => Number(value2.toPrecision(1)));
  }
  function joined(lots, scale, factor) {
    let marks = lots.map((lot) => ({
      host: lot,
      lots: [lot],
      amount: lot.amount,
      radius: radiusOf(lot.amount, factor)
    }));
    for (let before = Number.POSITIVE_INFINITY; marks.length < before; ) {
      before = marks.length;
      marks = joinedOnce(marks, scale, factor);
    }
    return marks;
  }
  function joinedOnce(marks, scale, factor) {
    const kept = [];
    for (const mark of [...marks].sort((a2, b) => b.amount - a2.amount)) {
      const host = kept.find((other) => hides(other, mark) && mayStandAt(other.host, mark.lots, scale));
      if (!host) {
        kept.push({ ...mark });
        continue;
      }
      host.lots = host.lots.concat(mark.lots);
      host.amount += mark.amount;
      host.radius = radiusOf(host.amount, factor);
    }
    return kept;
  }
  var apart = (a2, b) => Math.hypot(a2.x - b.x, a2.y - b.y);
  function hides(large, small2) {
    return apart(large.host, small2.host) < Math.max(large.radius, TOUCH * (large.radius + small2.radius));
  }
  function mayStandAt(host, lots, scale) {
    return lots.every((lot) => {
      return lot.zone_id === host.zone_id && apart(lot, host) <= lot.uncertainty_m / 1e3 * scale;
    });
  }
  function wedge(x3, y2, radius, share) {
    if (share <= 0) return "";
    const top = `${x3} ${round2(y2 - radius)}`;
    const arc = `A${round2(radius)} ${round2(radius)} 0 `;
    if (share >= 1) return `M${top}${arc}1 1 ${x3} ${round2(y2 + radius)}${arc}1 1 ${top}Z`;
    const angle = 2 * Math.PI * share;
    const end = `${round2(x3 + radius * Math.sin(angle))} ${round2(y2 - radius * Math.cos(angle))}`;
    return `M${x3} ${y2}L${top}${arc}${share > 0.5 ? 1 : 0} 1 ${end}Z`;
  }
  var round2 = (value2) => Math.round(value2 * 100) / 100;
  function spanningTree(points) {
    const edges = [];
    const isIn = points.map((_2, index) => index === 0);
    while (edges.length < points.length - 1) {
      let best = { from: 0, to: 0, far: Number.POSITIVE_INFINITY };
      points.forEach((point, to) => {
        if (isIn[to]) return;
        points.forEach((other, from) => {
          const far = Math.hypot(point.x - other.x, point.y - other.y);
          if (isIn[from] && far < best.far) best = { from, to, far };
        });
      });
      isIn[best.to] = true;
      edges.push([best.from, best.to]);
    }
    return edges;
  }

  // src/map/marks.js
  var WEAK_PX = 4;
  var RING_PX2 = 3;
  var HALO_PX2 = 1.5;
  var PARK_PX = 12;
  var COUNTED_PARK_PX = 15;
  var TOUCH_PX = 12;
  var FAINT = 0.9;
  function makeMarks(page) {
    const map2 = page.leaflet;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "marks");
    svg.setAttribute("aria-hidden", "true");
    const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
    const list5 = makeList(page);
    let shown = [];
    let factor = 1;
    let most = 0;
    const lay = pin(map2, svg, { pane: "yz-marks", zIndex: 450, draw });
    function amountOf(project) {
      return page.view.mark ? page.view.mark(project) : project.investment || 0;
    }
    function isMeant(project) {
      const look = page.view.style(project.key, page.data.subjects[project.key], {});
      return isWanted(page.state, project) && !(Number((look == null ? void 0 : look.opacity) ?? 1) < FAINT);
    }
    function projectsAt(site) {
      const here = page.state.shown.projects ? site.projects : [];
      return here.flatMap(({ key }) => byKey.get(key) || []).filter((project) => amountOf(project) !== null);
    }
    const sumOf2 = (projects3) => projects3.reduce((sum2, project) => sum2 + (amountOf(project) || 0), 0);
    function shareOf(part, whole) {
      const sum2 = sumOf2(whole);
      return sum2 ? sumOf2(part) / sum2 : part.length / (whole.length || 1);
    }
    function lotsOf(scale) {
      const lots = page.data.sites.flatMap((site) => {
        const projects3 = projectsAt(site);
        const parks3 = page.state.shown.parks ? site.parks : [];
        if (!projects3.length && !parks3.length) return [];
        const { x: x3, y: y2 } = map2.latLngToLayerPoint(site.at);
        const { zone_id, uncertainty_m } = site;
        return [{ x: x3, y: y2, amount: sumOf2(projects3), zone_id, uncertainty_m, site }];
      });
      const amounts = lots.map(({ amount }) => amount);
      most = Math.max(0, ...amounts);
      factor = factorOf(scale, amounts, roomOf(map2, page.data.bounds));
      return joined(lots, scale, factor);
    }
    function shownOf({ host, lots, radius, amount }) {
      const sites = lots.map(({ site }) => site);
      const all = [...new Set(sites.flatMap(projectsAt))];
      const wanted = all.filter(isMeant);
      const weak = new Set(sites.flatMap(({ projects: projects3 }) => projects3.filter((one2) => one2.weak).map(({ key }) => key)));
      const part = sumOf2(wanted);
      return {
        x: host.x,
        y: host.y,
        radius,
        host: host.site,
        sites,
        all,
        wanted,
        parks: page.state.shown.parks ? [...new Set(sites.flatMap(({ parks: parks3 }) => parks3))] : [],
        amount: part,
        inner: amount ? radiusOf(part, factor) : radius,
        share: shareOf(wanted.filter(isBuilt), wanted),
        isWeak: shareOf(
          wanted.filter(({ key }) => weak.has(key)),
          wanted
        ) > 0.5
      };
    }
    function disc2({ x: x3, y: y2, radius, inner, share, isWeak, all }, isGhost) {
      const r2 = isGhost ? radius : inner;
      const part = isGhost ? shareOf(all.filter(isBuilt), all) : share;
      return html`<g class=${isGhost ? "ghost" : "disc"}>
      <circle class="halo" cx=${x3} cy=${y2} r=${r2 + HALO_PX2} />
      <circle class="face" cx=${x3} cy=${y2} r=${r2} />
      <path class="share" d=${wedge(x3, y2, r2, part)} />
      ${isWeak && !isGhost ? html`<circle class="weak" cx=${x3} cy=${y2} r=${r2 + WEAK_PX} />` : null}
    </g>`;
    }
    function square({ x: x3, y: y2, parks: parks3 }) {
      if (!parks3.length) return null;
      const size = parks3.length > 1 ? COUNTED_PARK_PX : PARK_PX;
      const [left, top] = [x3 - size / 2, y2 - size / 2];
      return html`<g class="parks" ...${listeners(parks3, x3, y2)}>
      <rect class="halo" x=${left} y=${top} width=${size} height=${size} />
      <rect class="park" x=${left} y=${top} width=${size} height=${size} />
      ${parks3.length > 1 ? html`<text class="count" x=${x3} y=${y2 + 4}>${parks3.length}</text>` : null}
    </g>`;
    }
    function listeners(keys, x3, y2) {
      if (!keys.length) return {};
      return {
        onClick: (event) => {
          if (page.measure.isActive() || isDragged(map2)) return;
          event.stopPropagation();
          list5.open(keys, map2.layerPointToLatLng([x3, y2]));
        },
        onPointerEnter: () => {
          page.store.change({ hovered: keys[0] });
          list5.hint(keys, map2.layerPointToLatLng([x3, y2]));
        },
        onPointerLeave: () => {
          if (page.state.hovered && keys.includes(page.state.hovered)) page.store.change({ hovered: null });
          list5.hint([], null);
        }
      };
    }
    function has2({ all, parks: parks3 }, key) {
      const subject = page.subject(key);
      if (!key || !subject) return false;
      const keys = subject.projects || [key];
      return keys.some((one2) => parks3.includes(one2) || all.some((project) => project.key === one2));
    }
    function reach2({ inner, radius, isWeak, wanted, all, parks: parks3 }) {
      const own = wanted.length ? inner + (isWeak ? WEAK_PX : 0) : 0;
      return Math.max(own, all.length ? radius : 0, parks3.length ? PARK_PX * 0.7 : 0);
    }
    function markOf(mark) {
      const { x: x3, y: y2, host, all, wanted } = mark;
      const { opened, hovered } = page.state;
      const keys = (wanted.length ? wanted : all).map(({ key }) => key);
      const isSelected = has2(mark, opened);
      const isRinged = isSelected || has2(mark, hovered);
      return html`<g key=${host.place_id} class="mark" data-place=${host.place_id}>
      ${isRinged ? html`<circle class=${classes("ring", isSelected && "selected")} cx=${x3} cy=${y2} r=${reach2(mark) + RING_PX2} />` : null}
      <g ...${listeners(keys, x3, y2)}>
        ${all.length ? html`<circle class="hit" cx=${x3} cy=${y2} r=${Math.max(TOUCH_PX, reach2(mark))} />` : null}
        ${wanted.length < all.length ? disc2(mark, true) : null}
        ${wanted.length ? disc2(mark, false) : null}
      </g>
      ${square(mark)}
    </g>`;
    }
    function draw(sheet2) {
      if (sheet2) {
        const { corner, size } = sheet2;
        svg.setAttribute("width", String(size.x));
        svg.setAttribute("height", String(size.y));
        svg.setAttribute("viewBox", `${corner.x} ${corner.y} ${size.x} ${size.y}`);
      }
      const scale = pxPerKm(map2.getZoom(), map2.getCenter().lat);
      shown = lotsOf(scale).map(shownOf);
      Q(shown.map(markOf), svg);
    }
    return {
      lay,
      /** Draws the marks anew where the map has not moved. */
      redraw: () => draw(),
      reach: reach2,
      /** What is drawn, the largest first: the disc of each stands on its host. */
      shown: () => shown,
      /** What the discs are sized by: pixels for the root of an amount, and the largest amount of a place. */
      sizes: () => ({ factor, most }),
      close: list5.close
    };
  }
  function isBuilt({ list: list5 }) {
    return list5 !== "planned";
  }
  function roomOf(map2, [low, high]) {
    const { x: x3, y: y2 } = map2.latLngToLayerPoint(high).subtract(map2.latLngToLayerPoint(low));
    return Math.abs(x3 * y2);
  }
  function isDragged(map2) {
    return (
      /** @type {L.Handler & {moved(): boolean}} */
      map2.dragging.moved()
    );
  }

  // src/map/shapes.js
  var LAYERS = {
    zones: { kind: "zone", id: "zone_id" },
    parks: { kind: "park", id: "park_id" },
    projects: { kind: "project", id: "project_id" }
  };
  function makeShapes(page) {
    const { layers: layers2 } = page;
    const byKey = {};
    const allByKey = {};
    function shapesOf2(name) {
      return layers2[name] ? (
        /** @type {DrawnShape[]} */
        /** @type {unknown} */
        layers2[name].getLayers()
      ) : [];
    }
    function hint(key) {
      const { name, note: note3 } = page.data.subjects[key];
      const box2 = document.createElement("div");
      box2.textContent = page.text(name) + (note3 && page.text(note3) ? ` · ${page.text(note3)}` : "");
      return box2;
    }
    for (const [layer, { kind, id }] of Object.entries(LAYERS)) {
      for (const shape of shapesOf2(layer)) {
        const key = `${kind}:${shape.feature.properties[id]}`;
        shape.key = key;
        shape.base = { ...shape.options };
        if (shape.getLatLng) shape.home = shape.getLatLng();
        allByKey[key] = [...allByKey[key] || [], shape];
        byKey[key] = allByKey[key][0];
        shape.on("click", (event) => {
          if (page.measure.isActive()) return;
          L.DomEvent.stopPropagation(event);
          page.open(key);
        });
        shape.bindTooltip(() => hint(key), { sticky: true });
        shape.on("mouseover", () => page.store.change({ hovered: key }));
        shape.on("mouseout", () => {
          if (page.state.hovered === key) page.store.change({ hovered: null });
        });
      }
    }
    return {
      byKey,
      allByKey,
      shapesOf: shapesOf2,
      /** Outlines of zones are for the pointer alone: what is seen of them is drawn softly. */
      hideOutlines() {
        var _a2, _b2;
        for (const shape of shapesOf2("zones")) {
          shape.setStyle({ stroke: false, fill: true, fillOpacity: 0, fillColor: "#000" });
          (_a2 = shape.getElement()) == null ? void 0 : _a2.setAttribute("tabindex", "-1");
        }
        for (const { key } of [...page.data.zones].sort((a2, b) => a2.rank - b.rank)) (_b2 = byKey[key]) == null ? void 0 : _b2.bringToFront();
      },
      /** The district is ground, which is painted: its shape is not seen, and the pointer goes through it. */
      layGround() {
        var _a2;
        for (const shape of shapesOf2("district")) {
          shape.setStyle({ stroke: false, fill: false });
          (_a2 = shape.getElement()) == null ? void 0 : _a2.classList.remove("leaflet-interactive");
        }
      }
    };
  }

  // src/map/sight.js
  var CONTROLS_PX = 52;
  var LEAST_SIGHT_PX = 60;
  var EDGE_PX4 = 6;
  function makeSight(page) {
    var _a2;
    const { leaflet: map2, data } = page;
    const container = map2.getContainer();
    let isWhole = true;
    let isAway = false;
    let isFlying = false;
    function under() {
      const panel2 = byId("yz-panel");
      if (panel2.hidden || getComputedStyle(panel2).position !== "fixed") return 0;
      const covered = container.getBoundingClientRect().bottom - panel2.getBoundingClientRect().top;
      return Math.max(0, Math.min(map2.getSize().y - LEAST_SIGHT_PX, covered));
    }
    function margins(px) {
      const key = byId("yz-key");
      const isOpen = (
        /** @type {HTMLDetailsElement} */
        byId("yz-legend").open
      );
      const isWide = map2.getSize().x > 2 * key.offsetWidth;
      const covers = getComputedStyle(key).position === "absolute" && isOpen && isWide;
      return {
        paddingTopLeft: [covers ? key.offsetWidth + px / 2 : px, px],
        paddingBottomRight: [px, px + under()]
      };
    }
    function legendHeight() {
      return container.getBoundingClientRect().bottom - byId("yz-key").getBoundingClientRect().top + EDGE_PX4;
    }
    function home() {
      isWhole = true;
      isAway = false;
      if (isFlying) {
        map2.once("zoomend", () => {
          if (isWhole) home();
        });
        return;
      }
      const zoom2 = map2.getBoundsZoom(data.bounds, false, L.point(12, 12));
      const low = map2.project(data.bounds[0], zoom2);
      const high = map2.project(data.bounds[1], zoom2);
      const size = map2.getSize();
      const covered = margins(12).paddingTopLeft[0];
      const left = Math.max(EDGE_PX4, Math.min(covered, size.x - Math.abs(high.x - low.x) - CONTROLS_PX));
      const spare = size.y - Math.abs(high.y - low.y) - 12;
      const bottom = left < covered ? Math.max(EDGE_PX4, Math.min(legendHeight(), spare)) : EDGE_PX4;
      map2.fitBounds(data.bounds, {
        paddingTopLeft: [left, EDGE_PX4],
        paddingBottomRight: [EDGE_PX4, bottom],
        animate: false
      });
      isWhole = true;
      isAway = false;
    }
    function stay(zoomed) {
      isAway = isAway || isWhole || Boolean(zoomed);
      isWhole = false;
    }
    function stray() {
      isWhole = false;
      isAway = false;
    }
    function fit2(bounds, maxZoom) {
      map2.fitBounds(bounds, { maxZoom, ...margins(under() ? 16 : 40) });
    }
    function reach2(at) {
      map2.panInside(at, { paddingTopLeft: [80, 30], paddingBottomRight: [80, under() + 30] });
    }
    map2.on("zoomanim", () => {
      isFlying = true;
    });
    map2.on("zoomend", () => {
      isFlying = false;
    });
    map2.on("dragstart boxzoomend", stray);
    map2.on("dblclick", () => {
      if (map2.doubleClickZoom.enabled()) stray();
    });
    container.addEventListener("wheel", stray);
    container.addEventListener("keydown", (event) => {
      if (/^(Arrow|Page|[-+=_])/.test(event.key)) stray();
    });
    container.addEventListener("touchmove", (event) => {
      if (event.touches.length > 1) stray();
    });
    (_a2 = container.querySelector(".leaflet-control-zoom")) == null ? void 0 : _a2.addEventListener("click", stray, true);
    return {
      home,
      stay,
      fit: fit2,
      reach: reach2,
      isWhole: () => isWhole,
      isAway: () => isAway,
      /** As long as the reader looks at the whole district, it stays whole in a map of another size. */
      resized() {
        map2.invalidateSize({ pan: false });
        if (isWhole) home();
      }
    };
  }

  // src/map/soft.js
  var AWAY_PX = 2e4;
  var FINEST_PX = 5;
  var REACH = 3;
  function trace(pen, rings, origin, scale) {
    pen.beginPath();
    for (const ring of rings) {
      ring.forEach(({ x: x3, y: y2 }, index) => {
        if (index) pen.lineTo((x3 - origin.x) * scale, (y2 - origin.y) * scale);
        else pen.moveTo((x3 - origin.x) * scale, (y2 - origin.y) * scale);
      });
      pen.closePath();
    }
  }
  function boxOf2(rings) {
    const box2 = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { x: x3, y: y2 } of rings.flat()) {
      box2.left = Math.min(box2.left, x3);
      box2.right = Math.max(box2.right, x3);
      box2.top = Math.min(box2.top, y2);
      box2.bottom = Math.max(box2.bottom, y2);
    }
    return box2;
  }
  function softened2(rings, sigma, colour, seen) {
    const frame = boxOf2(rings);
    const reach2 = REACH * sigma;
    const box2 = {
      left: Math.max(seen.left, frame.left - reach2),
      top: Math.max(seen.top, frame.top - reach2),
      right: Math.min(seen.right, frame.right + reach2),
      bottom: Math.min(seen.bottom, frame.bottom + reach2)
    };
    if (!(box2.left < box2.right && box2.top < box2.bottom)) return null;
    const scale = Math.min(1, FINEST_PX / sigma);
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil((box2.right - box2.left) * scale) + 1;
    canvas.height = Math.ceil((box2.bottom - box2.top) * scale) + 1;
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas.getContext("2d")
    );
    pen.shadowColor = colour;
    pen.shadowBlur = 2 * sigma * scale;
    pen.shadowOffsetX = AWAY_PX;
    trace(pen, rings, { x: box2.left + AWAY_PX / scale, y: box2.top }, scale);
    pen.fill("evenodd");
    return { canvas, box: { ...box2, right: box2.left + canvas.width / scale, bottom: box2.top + canvas.height / scale } };
  }

  // src/map/zones.js
  var COATS = { light: [0.36, 0.2], dark: [0.42, 0.23] };
  var FOCUS = 0.33;
  var OUTER = 0.3;
  var HATCH_PX = 7;
  var CROSS_PX = 5;
  var RING_ZOOM = 13;
  var LEAST_BLUR_PX = 0.5;
  var LINE_PX = 1.5;
  var MOST_PIXELS = 2;
  function makeZones(page, shapes) {
    const map2 = page.leaflet;
    const canvas = document.createElement("canvas");
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas.getContext("2d")
    );
    const district = shapes.shapesOf("district").map(({ feature }) => flat(feature.geometry));
    const zones2 = page.data.zones.flatMap((zone) => {
      const shape = shapes.byKey[zone.key];
      if (!shape) return [];
      return [{ zone, shape, ground: flat(shape.feature.geometry), isOuter: shape.base.fillOpacity === 0 }];
    });
    const lay = pin(map2, canvas, { pane: "yz-zones", zIndex: 410, draw });
    function placed2(ground) {
      const size = 256 * 2 ** map2.getZoom();
      const { x: x3, y: y2 } = map2.getPixelOrigin();
      return ground.map((ring) => ring.map((point) => ({ x: point.x * size - x3, y: point.y * size - y2 })));
    }
    function lookOf({ zone, isOuter }) {
      const [first, second] = COATS[page.theme.isDark() ? "dark" : "light"];
      const { opened, hovered } = page.state;
      const look = page.view.style(zone.key, page.data.subjects[zone.key], {});
      const strength = (look == null ? void 0 : look.fillOpacity) === void 0 ? 1 : look.fillOpacity;
      const isFocus = zone.key === opened || zone.key === hovered;
      const share = isOuter ? OUTER : 1;
      return {
        colour: page.theme.tint(zone.colour),
        coats: [first * strength * share, (isFocus ? FOCUS : second) * strength * share],
        isHatched: (look == null ? void 0 : look.isHatched) === true
      };
    }
    function paint(drawn, seen, scale) {
      var _a2;
      const { zone, ground } = drawn;
      const { colour, coats, isHatched } = lookOf(drawn);
      const rings = placed2(ground);
      const sigma = zone.basis === "official" ? 0 : (zone.uncertainty_m || 0) / 1e3 * scale / 2;
      (_a2 = drawn.shape.getElement()) == null ? void 0 : _a2.setAttribute("data-look", isHatched ? "hatched" : coats[0] < 0.1 ? "faint" : "full");
      if (sigma < LEAST_BLUR_PX) paintSharp(rings, colour, coats, isHatched);
      else paintSoft(rings, sigma, colour, coats, isHatched, seen);
    }
    function paintSharp(rings, colour, coats, isHatched) {
      trace(pen, rings, { x: 0, y: 0 }, 1);
      pen.fillStyle = isHatched && hatch3(colour) || colour;
      for (const coat of coats) {
        pen.globalAlpha = isHatched ? 0.5 : coat;
        pen.fill("evenodd");
      }
      pen.globalAlpha = Math.min(1, 2 * (coats[0] + coats[1]));
      pen.strokeStyle = colour;
      pen.lineWidth = LINE_PX;
      pen.stroke();
      pen.globalAlpha = 1;
    }
    function paintSoft(rings, sigma, colour, coats, isHatched, seen) {
      const soft = softened2(rings, sigma, colour, seen);
      if (!soft) return;
      const { left, top, right, bottom } = soft.box;
      for (const coat of coats) {
        pen.globalAlpha = isHatched ? coat / 2 : coat;
        pen.drawImage(soft.canvas, left, top, right - left, bottom - top);
      }
      pen.globalAlpha = 1;
      if (isHatched) pen.drawImage(hatched2(soft, colour), left, top, right - left, bottom - top);
    }
    function hatched2({ canvas: mask, box: box2 }, colour) {
      const lined = document.createElement("canvas");
      lined.width = Math.ceil(box2.right - box2.left);
      lined.height = Math.ceil(box2.bottom - box2.top);
      const brush = (
        /** @type {CanvasRenderingContext2D} */
        lined.getContext("2d")
      );
      brush.fillStyle = hatch3(colour) || colour;
      brush.fillRect(0, 0, lined.width, lined.height);
      brush.globalCompositeOperation = "destination-in";
      brush.drawImage(mask, 0, 0, lined.width, lined.height);
      return lined;
    }
    function hatch3(colour) {
      const tile = document.createElement("canvas");
      tile.width = HATCH_PX;
      tile.height = HATCH_PX;
      const brush = (
        /** @type {CanvasRenderingContext2D} */
        tile.getContext("2d")
      );
      brush.strokeStyle = colour;
      brush.lineWidth = 1.6;
      for (const step of [-HATCH_PX, 0, HATCH_PX]) {
        brush.beginPath();
        brush.moveTo(step - 1, HATCH_PX + 1);
        brush.lineTo(step + HATCH_PX + 1, -1);
        brush.stroke();
      }
      return pen.createPattern(tile, "repeat");
    }
    function plant(zone) {
      if (zone.basis === "official" || !zone.seeds.length) return;
      const points = zone.seeds.map(([lat, lon]) => map2.latLngToLayerPoint([lat, lon]));
      pen.strokeStyle = page.theme.shade(zone.colour);
      pen.lineWidth = 1.3;
      pen.setLineDash([1.5, 3]);
      for (const [from, to] of spanningTree(points)) line2(points[from], points[to]);
      if (map2.getZoom() >= RING_ZOOM) {
        pen.setLineDash([2, 4]);
        pen.globalAlpha = 0.7;
        zone.seeds.forEach(([lat, , metres], index) => {
          pen.beginPath();
          pen.arc(points[index].x, points[index].y, metres / 1e3 * pxPerKm(map2.getZoom(), lat), 0, 7);
          pen.stroke();
        });
      }
      pen.setLineDash([]);
      pen.globalAlpha = 1;
      pen.lineWidth = 2;
      for (const { x: x3, y: y2 } of points) {
        line2({ x: x3 - CROSS_PX, y: y2 }, { x: x3 + CROSS_PX, y: y2 });
        line2({ x: x3, y: y2 - CROSS_PX }, { x: x3, y: y2 + CROSS_PX });
      }
    }
    function line2(from, to) {
      pen.beginPath();
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
    }
    function draw({ corner, size }) {
      const dense = Math.min(MOST_PIXELS, window.devicePixelRatio || 1);
      canvas.width = size.x * dense;
      canvas.height = size.y * dense;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
      if (!page.state.shown.zones) return;
      pen.setTransform(dense, 0, 0, dense, -corner.x * dense, -corner.y * dense);
      pen.save();
      if (district.length) {
        trace(pen, placed2(district.flat()), { x: 0, y: 0 }, 1);
        pen.clip("evenodd");
      }
      const seen = { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
      const scale = pxPerKm(map2.getZoom(), map2.getCenter().lat);
      for (const drawn of [...zones2].sort((a2, b) => a2.zone.rank - b.zone.rank)) paint(drawn, seen, scale);
      pen.restore();
      for (const { zone } of zones2) plant(zone);
    }
    return {
      lay,
      /** The frame of a zone in layer points. @param {Key} key */
      frame(key) {
        const drawn = zones2.find(({ zone }) => zone.key === key);
        return drawn && boxOf2(placed2(drawn.ground));
      }
    };
  }
  function flat(shape) {
    const parts2 = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return parts2.flat().map(
      (ring) => ring.map(([lon, lat]) => {
        const sine = Math.sin(lat * Math.PI / 180);
        return { x: lon / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
      })
    );
  }

  // src/map/map.js
  var FAR_ZOOM = 10.5;
  var ZONE_ZOOM = 13;
  var PARCEL_ZOOM = 17;
  var LOOKS2 = (
    /** @type {const} */
    [
      "view",
      "opened",
      "rule",
      "filter",
      "lang",
      "theme",
      "systemDark",
      "shown",
      "printing",
      "basemap"
    ]
  );
  var DRAWN = ["zones", "projects", "parks"];
  function makeMap(page) {
    const { leaflet: map2, layers: layers2 } = page;
    const shapes = makeShapes(page);
    const sight = makeSight(page);
    const zones2 = makeZones(page, shapes);
    const marks = makeMarks(page);
    const labels = makeLabels(page, shapes, zones2, marks);
    const callout = makeCallout(page, marks);
    const halo = L.layerGroup().addTo(map2);
    const circles = L.layerGroup(
      page.data.places.map(
        ({ lat, lon, uncertainty_m }) => L.circle([lat, lon], {
          radius: uncertainty_m,
          className: "uncertainty",
          weight: 1,
          dashArray: "2 4",
          fill: false,
          interactive: false
        })
      )
    );
    const { byKey, allByKey } = shapes;
    function refresh() {
      shapes.layGround();
      zones2.lay();
      marks.lay();
      labels.forget();
      labels.arrange();
      callout.draw();
    }
    function toggle2(name, on) {
      const layer = { uncertainty: circles }[name] || layers2[name];
      if (!layer || DRAWN.includes(name) && name !== "zones" || map2.hasLayer(layer) === on) return;
      if (on) map2.addLayer(layer);
      else map2.removeLayer(layer);
      if (on && name === "zones") shapes.hideOutlines();
      if (on && layers2.district && map2.hasLayer(layers2.district)) layers2.district.bringToBack();
    }
    function markOpened() {
      const { opened } = page.state;
      const subject = page.subject(opened);
      halo.clearLayers();
      if (!opened || !subject) return;
      const homes = (allByKey[opened] || []).flatMap(({ home }) => home || []);
      const radius = subject.uncertainty_m;
      const style = { className: "uncertainty chosen", weight: 1.5, dashArray: "4 4", interactive: false };
      if (radius) for (const home of homes) halo.addLayer(L.circle(home, { radius, ...style }));
    }
    function travelToParcel(geometry) {
      const bounds = L.geoJSON(geometry).getBounds();
      sight.stay();
      if (map2.getBounds().intersects(bounds)) sight.reach(bounds.getCenter());
      else sight.fit(bounds, PARCEL_ZOOM);
    }
    function travelTo(shape) {
      const homes = allByKey[shape.key].flatMap(({ home }) => home || []);
      sight.stay(!shape.home);
      if (homes.length > 1) sight.fit(L.latLngBounds(homes), ZONE_ZOOM);
      else if (shape.home) sight.reach(shape.home);
      else sight.fit(shape.getBounds(), ZONE_ZOOM);
    }
    function travel(isNew, isOtherView) {
      var _a2;
      const { opened } = page.state;
      const geometry = isNew && ((_a2 = page.subject(opened)) == null ? void 0 : _a2.geometry);
      const shape = isNew && opened && byKey[opened];
      if (geometry) travelToParcel(geometry);
      else if (shape) travelTo(shape);
      else if ((isNew || isOtherView) && sight.isAway()) sight.home();
    }
    function zoomed() {
      map2.getContainer().classList.toggle("far", map2.getZoom() < FAR_ZOOM);
      marks.redraw();
      labels.arrange();
      callout.draw();
    }
    function point(state, before) {
      marks.redraw();
      callout.draw();
      if ([state.hovered, before.hovered].some((key) => key == null ? void 0 : key.startsWith("zone:"))) zones2.lay();
    }
    return {
      byKey,
      allByKey,
      /** The marks as they are drawn: each disc stands on the place of its host. */
      marks: marks.shown,
      sizes: marks.sizes,
      home: sight.home,
      stay: sight.stay,
      isWhole: sight.isWhole,
      resized() {
        labels.forget();
        sight.resized();
      },
      refresh,
      /** Places the names anew, where something else lies upon the map than before. */
      label: labels.arrange,
      /** Shows the state for the first time. */
      start() {
        for (const name of DRAWN) if (layers2[name] && name !== "zones") map2.removeLayer(layers2[name]);
        for (const [name, on] of Object.entries(page.state.shown)) toggle2(name, on);
        shapes.hideOutlines();
        map2.on("zoomend", zoomed);
        sight.home();
        refresh();
        zoomed();
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        for (const [name, on] of Object.entries(state.shown)) if (on !== before.shown[name]) toggle2(name, on);
        if (LOOKS2.some((name) => state[name] !== before[name])) refresh();
        else if (state.hovered !== before.hovered) point(state, before);
        if (state.view !== before.view || state.filter !== before.filter) marks.close();
        if (state.visits === before.visits) return;
        markOpened();
        travel(state.opened !== before.opened, state.view !== before.view);
      }
    };
  }

  // src/state/address.js
  var FIRST_TABLE = "projects";
  var START = {
    view: "overview",
    opened: null,
    rule: null,
    filter: NO_FILTER,
    table: FIRST_TABLE,
    sort: null,
    compared: []
  };
  var MOVED = { parcels: "land" };
  var NAMES = /^(view|rule|parcel|table|sort|zones)$/;
  function read(hash, names) {
    const destination = { state: { ...START }, parcel: null, unknown: null };
    for (const part of hash.slice(1).split("&")) {
      const cut2 = part.indexOf("=");
      if (cut2 >= 0) take(destination, part.slice(0, cut2), part.slice(cut2 + 1), names);
    }
    const { state } = destination;
    const isTable = state.table !== START.table || state.sort !== null || isNarrowed(state);
    if (state.rule) state.view = "findings";
    else if (isTable && !/[#&]view=/.test(hash)) state.view = "projects";
    return destination;
  }
  function take(destination, name, raw, names) {
    const { state } = destination;
    const value2 = decoded(raw);
    const key = `${name}:${value2}`;
    const view = name === "view" ? viewOf2(value2, names) : null;
    if (view) state.view = view;
    else if (name === "rule" && names.rule(value2)) state.rule = value2;
    else if (name === "table" && names.table(value2)) state.table = value2;
    else if (name === "sort") state.sort = value2 || null;
    else if (name === "zones") compare(destination, value2, names);
    else if (isFilter(name)) narrow(destination, name, raw, names);
    else if (names.subject(key)) state.opened = key;
    else if (name === "parcel" && names.parcels) destination.parcel = value2;
    else if (NAMES.test(name) || names.kind(name)) destination.unknown = [name, value2];
  }
  function viewOf2(value2, names) {
    const name = hasOwn(MOVED, value2) ? MOVED[value2] : value2;
    return names.view(name) ? (
      /** @type {ViewName} */
      name
    ) : null;
  }
  function compare(destination, value2, names) {
    const ids = [...new Set(value2.split(","))];
    const strange = ids.find((id) => !names.subject(`zone:${id}`));
    if (strange !== void 0) destination.unknown = ["zone", strange];
    destination.state.compared = ids.filter((id) => names.subject(`zone:${id}`));
  }
  function isFilter(name) {
    return hasOwn(CHOICES, name) || RANGES.some((range3) => range3 === name);
  }
  function narrow(destination, name, raw, names) {
    const { state } = destination;
    if (!hasOwn(CHOICES, name)) {
      const range3 = readRange(decoded(raw));
      if (range3) state.filter = { ...state.filter, [name]: range3 };
      else destination.unknown = [name, decoded(raw)];
      return;
    }
    const part = CHOICES[name];
    const values = raw.split(",").map(decoded);
    const unknown = values.filter((value2) => !names.chosen(part, value2));
    if (unknown.length) destination.unknown = [name, unknown.join(",")];
    const known = values.filter((value2) => names.chosen(part, value2));
    state.filter = { ...state.filter, [part]: [...new Set(known)] };
  }
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }
  function addressOf(state) {
    const parts2 = [];
    const isTable = state.view === "projects";
    if (state.rule) parts2.push(`rule=${encodeURIComponent(state.rule)}`);
    else if (state.view !== START.view || isNarrowed(state)) parts2.push(`view=${state.view}`);
    if (isTable && state.table !== START.table) parts2.push(`table=${state.table}`);
    parts2.push(...addressed(state.filter));
    if (state.view === "compare" && state.compared.length)
      parts2.push(`zones=${state.compared.map(encodeURIComponent).join(",")}`);
    if (isTable && state.sort !== null) parts2.push(`sort=${encodeURIComponent(state.sort)}`);
    if (state.opened) {
      const cut2 = state.opened.indexOf(":");
      parts2.push(`${state.opened.slice(0, cut2)}=${encodeURIComponent(state.opened.slice(cut2 + 1))}`);
    }
    return `#${parts2.join("&")}`;
  }

  // src/state/state.js
  var NO_SEARCH = { typed: "", hits: [], active: -1, total: 0, isFinished: true };
  var NO_MEASURE = { mode: null, isDone: false, points: [] };
  var ALL_PARCELS = { hidden: [], until: null };
  function firstState({ lang, theme, systemDark: systemDark2, shown, tiandituKey, wide: wide2 }) {
    return {
      ...START,
      visits: 0,
      lang,
      theme,
      systemDark: systemDark2,
      shown,
      folds: { "yz-legend": wide2, "yz-findings": false, "yz-sources": false },
      unfolded: {},
      hovered: null,
      selected: null,
      passage: null,
      isSliding: false,
      columns: {},
      notice: null,
      search: NO_SEARCH,
      measure: NO_MEASURE,
      basemap: { name: "", key: tiandituKey },
      dialog: null,
      printing: null,
      parcels: {},
      parcelChoice: ALL_PARCELS,
      lens: null
    };
  }
  function settleWith(layers2) {
    return (before, patch) => {
      var _a2;
      const state = { ...before, ...patch };
      if (!patch.isSliding && Object.keys(START).some((name) => name in patch)) {
        state.visits += 1;
        state.search = NO_SEARCH;
        if (!patch.notice && ((_a2 = before.notice) == null ? void 0 : _a2.about) === "address") state.notice = null;
      }
      if (state.view !== "findings") state.rule = null;
      if (state.view !== "projects") Object.assign(state, { table: START.table, sort: START.sort });
      if (state.view !== before.view) {
        state.shown = shownIn(before.shown, layers2[state.view]);
        state.folds = { ...before.folds, "yz-findings": state.view === "findings" };
        state.unfolded = {};
        state.parcelChoice = ALL_PARCELS;
        Object.assign(state, { selected: null, passage: null, hovered: null });
      }
      return state;
    };
  }
  function shownIn(shown, wanted) {
    const next = { ...shown };
    for (const name of Object.keys(shown)) if (name in wanted) next[name] = wanted[name];
    return next;
  }

  // src/map/geodesic.js
  var A3 = 6378137;
  var F2 = 1 / 298.257222101;
  var B3 = A3 * (1 - F2);
  var E22 = F2 * (2 - F2);
  var E3 = Math.sqrt(E22);
  var RADIANS = Math.PI / 180;
  function distance(one2, other) {
    const u1 = Math.atan((1 - F2) * Math.tan(one2[0] * RADIANS));
    const u2 = Math.atan((1 - F2) * Math.tan(other[0] * RADIANS));
    const l2 = (other[1] - one2[1]) * RADIANS;
    const sinU1 = Math.sin(u1);
    const cosU1 = Math.cos(u1);
    const sinU2 = Math.sin(u2);
    const cosU2 = Math.cos(u2);
    let lambda = l2;
    let before;
    let sinSigma;
    let cosSigma;
    let sigma;
    let cos2Alpha;
    let cos2M;
    let turn = 0;
    do {
      const sinL = Math.sin(lambda);
      const cosL = Math.cos(lambda);
      const across = cosU1 * sinU2 - sinU1 * cosU2 * cosL;
      sinSigma = Math.sqrt(cosU2 * sinL * cosU2 * sinL + across * across);
      if (!sinSigma) return 0;
      cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
      sigma = Math.atan2(sinSigma, cosSigma);
      const sinAlpha = cosU1 * cosU2 * sinL / sinSigma;
      cos2Alpha = 1 - sinAlpha * sinAlpha;
      cos2M = cos2Alpha ? cosSigma - 2 * sinU1 * sinU2 / cos2Alpha : 0;
      const c2 = F2 / 16 * cos2Alpha * (4 + F2 * (4 - 3 * cos2Alpha));
      before = lambda;
      lambda = l2 + (1 - c2) * F2 * sinAlpha * (sigma + c2 * sinSigma * (cos2M + c2 * cosSigma * (2 * cos2M * cos2M - 1)));
    } while (Math.abs(lambda - before) > 1e-12 && ++turn < 100);
    const u3 = cos2Alpha * (A3 * A3 - B3 * B3) / (B3 * B3);
    const a2 = 1 + u3 / 16384 * (4096 + u3 * (u3 * (320 - 175 * u3) - 768));
    const b = u3 / 1024 * (256 + u3 * (u3 * (74 - 47 * u3) - 128));
    const delta = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
    return B3 * a2 * (sigma - delta);
  }
  function length(points) {
    let sum2 = 0;
    for (let i3 = 1; i3 < points.length; i3++) sum2 += distance(points[i3 - 1], points[i3]);
    return sum2;
  }
  function authalic(phi) {
    const s2 = Math.sin(phi);
    return (1 - E22) * (s2 / (1 - E22 * s2 * s2) - Math.log((1 - E3 * s2) / (1 + E3 * s2)) / (2 * E3));
  }
  function area(points) {
    if (points.length < 3) return 0;
    const lat0 = mean(points, 0) * RADIANS;
    const lon0 = mean(points, 1) * RADIANS;
    const pole = authalic(Math.PI / 2);
    const radius = A3 * Math.sqrt(pole / 2);
    const beta0 = Math.asin(authalic(lat0) / pole);
    const s0 = Math.sin(lat0);
    const stretch = A3 * Math.cos(lat0) / Math.sqrt(1 - E22 * s0 * s0) / (radius * Math.cos(beta0));
    const flat2 = points.map((point) => {
      const beta = Math.asin(authalic(point[0] * RADIANS) / pole);
      const l2 = point[1] * RADIANS - lon0;
      const scale = radius * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(l2)));
      return [
        scale * stretch * Math.cos(beta) * Math.sin(l2),
        scale / stretch * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(l2))
      ];
    });
    let twice = 0;
    flat2.forEach((point, index) => {
      const next = flat2[(index + 1) % flat2.length];
      twice += point[0] * next[1] - next[0] * point[1];
    });
    return Math.abs(twice) / 2;
  }
  function mean(points, part) {
    return points.reduce((sum2, point) => sum2 + point[part], 0) / points.length;
  }

  // src/map/measure.js
  var LEAST_POINTS = { length: 2, area: 3 };
  function makeMeasure(page) {
    const map2 = page.leaflet;
    const container = map2.getContainer();
    const drawing = L.layerGroup().addTo(map2);
    function change(patch) {
      page.store.change({ measure: { ...page.state.measure, ...patch } });
    }
    function isEnough() {
      const { mode, points } = page.state.measure;
      return mode !== null && points.length >= LEAST_POINTS[mode];
    }
    function put(point) {
      const { mode, isDone, points } = page.state.measure;
      if (!mode) return;
      const before = isDone ? [] : points;
      const last = before[before.length - 1];
      change({ isDone: false, points: (last == null ? void 0 : last.equals(point)) ? before : [...before, point] });
    }
    function finish() {
      if (isEnough()) change({ isDone: true });
    }
    function stop() {
      if (byId("yz-measure").contains(document.activeElement)) container.focus();
      page.store.change({ measure: NO_MEASURE });
    }
    function draw() {
      const { mode, isDone, points } = page.state.measure;
      const style = { className: "measure", weight: 2, interactive: false };
      drawing.clearLayers();
      container.classList.toggle("measuring", mode !== null && !isDone);
      if (!mode || !points.length) return;
      drawing.addLayer(mode === "area" && points.length > 2 ? L.polygon(points, style) : L.polyline(points, style));
      for (const point of points) {
        drawing.addLayer(L.circleMarker(point, { className: "measure", radius: 3, interactive: false }));
      }
    }
    map2.on("click", (event) => put(event.latlng));
    map2.on("dblclick", finish);
    container.addEventListener("keydown", (event) => {
      if (!page.state.measure.mode) return;
      if (event.key === " ") {
        put(map2.getCenter());
        event.preventDefault();
      }
      if (event.key === "Enter") finish();
      if (event.key === "Escape") {
        stop();
        event.stopPropagation();
      }
    });
    return {
      stop,
      /** Whether a click on the map sets a point. */
      isActive: () => page.state.measure.mode !== null && !page.state.measure.isDone,
      /** Begins to measure, or stops if it was measured so already. @param {"length" | "area"} mode */
      toggle(mode) {
        if (page.state.measure.mode === mode) {
          stop();
          return;
        }
        page.store.change({ measure: { ...NO_MEASURE, mode } });
        container.focus();
      },
      /** The measured length or area in words; "" with too few points. */
      result() {
        if (!isEnough()) return "";
        const { mode, points } = page.state.measure;
        const { numbers } = page;
        const pairs = points.map((point) => [point.lat, point.lng]);
        if (mode === "length") return page.say("measured_length") + numbers.metres(length(pairs));
        const m2 = area(pairs);
        const km2 = numbers.grouped(m2 / 1e6, 4) + page.say("measured_km2");
        const round3 = page.say("measured_round") + numbers.metres(length([...pairs, pairs[0]]));
        return page.say("measured_area") + km2 + numbers.mu(m2 / page.data.units.m2_per_mu) + round3;
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.measure === before.measure) return;
        const isOn = state.measure.mode !== null;
        if (isOn !== (before.measure.mode !== null)) {
          if (page.parcels) page.parcels.listen(!isOn);
          if (isOn) map2.doubleClickZoom.disable();
          else map2.doubleClickZoom.enable();
        }
        draw();
      }
    };
  }

  // src/map/scale.js
  var MOST_PX2 = 130;
  var BLOCKS = { 1: 4, 2: 2, 5: 5 };
  function scaleOf(metrePx) {
    const most = MOST_PX2 / metrePx;
    const ten = 10 ** Math.floor(Math.log10(most));
    const first = [5, 2, 1].find((digit) => digit * ten <= most) || 1;
    return { metres: first * ten, px: first * ten * metrePx, blocks: BLOCKS[first] };
  }

  // src/map/ornaments.js
  var BAR_PX = 5;
  var NARROW_PX = 900;
  function asHtml(words2) {
    const holder = document.createElement("span");
    holder.textContent = words2;
    return holder.innerHTML;
  }
  function makeOrnaments(page) {
    const map2 = page.leaflet;
    const container = map2.getContainer();
    const control = new L.Control({ position: "bottomright" });
    const box2 = L.DomUtil.create("div", "yz-scale leaflet-control-scale");
    control.onAdd = () => box2;
    control.addTo(map2);
    map2.attributionControl.setPrefix(false);
    let attributed = "";
    function attribute() {
      if (attributed) map2.attributionControl.removeAttribution(attributed);
      attributed = asHtml(page.credits(map2.getSize().x < NARROW_PX && !page.state.printing));
      if (attributed) map2.attributionControl.addAttribution(attributed);
      clear2();
    }
    function clear2() {
      var _a2;
      const line2 = (_a2 = map2.attributionControl.getContainer()) == null ? void 0 : _a2.getBoundingClientRect();
      const key = byId("yz-key").getBoundingClientRect();
      const isUnder = line2 && key.width > 0 && line2.left < key.right;
      byId("yz-stage").style.setProperty("--credits", `${isUnder ? line2.height : 0}px`);
    }
    function measure() {
      const { metres, px, blocks } = scaleOf(1 / metresPerPixel(map2));
      const width = Math.round(px);
      const each = width / blocks;
      const dark = Array.from({ length: Math.ceil(blocks / 2) }, (_2, index) => {
        return html`<rect key=${index} x=${2 * index * each} width=${each} height=${BAR_PX} class="dark" />`;
      });
      Q(
        html`<div class="north"><svg width="12" height="20" viewBox="0 0 12 20" aria-hidden="true"><path d="M6 0 11 19 6 15 1 19Z" fill="currentColor" /></svg>
          <span>${page.say("north")}</span></div>
        <div class="bar"><div class="ends"><span>0</span><span>${page.numbers.metres(metres)}</span></div>
          <svg width=${width} height=${BAR_PX} data-blocks=${blocks} aria-hidden="true"><rect width=${width} height=${BAR_PX} class="light" />${dark}</svg></div>`,
        box2
      );
    }
    function draw() {
      measure();
      attribute();
      container.setAttribute("role", "region");
      container.setAttribute("aria-label", page.say("map"));
    }
    map2.on("zoomend moveend", measure);
    map2.on("resize", attribute);
    byId("yz-key").addEventListener("toggle", clear2, true);
    return {
      draw,
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.lang !== before.lang || state.printing !== before.printing) draw();
        else if (state.basemap !== before.basemap) clear2();
      }
    };
  }

  // src/words/ground_texts.js
  var GROUND_TEXTS = {
    legend_water: { zh: "水系", en: "Water" },
    legend_rail: { zh: "轨道", en: "Rail" },
    legend_roads: { zh: "道路", en: "Roads" },
    legend_towns: { zh: "乡镇", en: "Towns" },
    legend_neighbours: { zh: "邻区", en: "Neighbours" },
    ground_schematic: { zh: "（示意）", en: " (schematic)" },
    ground_credit: { zh: "底图 ", en: "Ground: " },
    sketch: { zh: "示意图，非测绘成果", en: "Schematic map, not a survey" }
  };

  // src/words/land_texts.js
  var LAND_TEXTS = {
    land_behind: { zh: "低效用地盘活落后 %n", en: "Land recovery is %n behind" },
    land_on_track: { zh: "低效用地盘活快于匀速 %n", en: "Land recovery is %n ahead of an even pace" },
    land_even: { zh: "低效用地盘活与匀速相当", en: "Land recovery keeps an even pace" },
    land_reached: { zh: "低效用地盘活已达目标", en: "Land recovery has reached its target" },
    land_missed: { zh: "低效用地盘活到期仍差 %n", en: "Land recovery fell short by %n" },
    land_unknown: { zh: "低效用地已盘活 %n", en: "%n of land recovered" },
    land_wanted: { zh: "低效用地盘活目标 %n", en: "%n of low-efficiency land to recover" },
    pace_behind: { zh: "落后", en: "behind" },
    pace_on_track: { zh: "跟上", en: "on track" },
    pace_reached: { zh: "达标", en: "reached" },
    pace_missed: { zh: "未达标", en: "missed" },
    land_so_far: { zh: "截至 %d 已盘活 %n", en: "%n recovered by %d" },
    land_should: { zh: "，匀速应到 %n", en: ", an even pace would be at %n" },
    land_share: { zh: "达目标 %p。", en: "%p of the target. " },
    land_needed: {
      zh: "余下 %r须按每年 %n推进，此前每年 %m。",
      en: "The %r left need %n a year; so far it was %m a year."
    },
    land_done: { zh: "已盘活 %n", en: "recovered %n" },
    today_at: { zh: "今日应到 %n", en: "due today %n" },
    target_at: { zh: "目标 %n", en: "target %n" },
    unit_mu: { zh: "单位：亩", en: "in mu" },
    all_done: { zh: "进行中 %u，若全部完成共 %n", en: "%u under way: %n in all once done" },
    by_years: { zh: "逐年累计", en: "Year by year, summed" },
    even_line: { zh: "虚线：匀速到目标", en: "dashed: an even pace to the target" },
    at_this_pace: { zh: "照此速度，到期约 %n（推算）", en: "at this pace %n when due (derived)" },
    by_zones: { zh: "按片区", en: "By zone" },
    solid_hatch: { zh: "实已盘活，纹进行中，亩", en: "solid recovered, hatched under way, mu" },
    undated: { zh: "另有 %n未载日期，不在图中。", en: "%n more have no date and are not in the chart." }
  };

  // src/words/marks_texts.js
  var MARKS_TEXTS = {
    legend: { zh: "图层与图例", en: "Layers and legend" },
    layers: { zh: "图层", en: "Layers" },
    more_layers: { zh: "更多", en: "More" },
    legend_zones: { zh: "产业片区", en: "Zones" },
    legend_soft: { zh: "示意：边缘渐隐即不确定", en: "Schematic: edges fade as far as uncertain" },
    legend_sharp: { zh: "法定范围，边线为界", en: "Official outlines" },
    legend_both: {
      zh: "有边线为法定，渐隐为示意",
      en: "With a line: official; with fading edges: schematic"
    },
    legend_projects: { zh: "项目：实在建，空谋划", en: "Projects: solid under way, open planned" },
    legend_projects_alone: { zh: "项目", en: "Projects" },
    legend_weak: { zh: "虚圈：多仅凭业主定位", en: "Dashed ring: most by the owner alone" },
    legend_ghost: { zh: "淡：全部；深：筛中", en: "Pale: all; full: what is wanted" },
    legend_parks: { zh: "园区", en: "Parks" },
    legend_findings: { zh: "警告", en: "Warnings" },
    legend_water: { zh: "水系", en: "Water" },
    legend_rail: { zh: "轨道", en: "Metro" },
    legend_roads: { zh: "道路", en: "Roads" },
    legend_towns: { zh: "乡镇", en: "Towns" },
    legend_places: { zh: "乡镇", en: "Towns" },
    legend_neighbours: { zh: "邻区", en: "Neighbours" },
    legend_relief: { zh: "地形", en: "Relief" },
    parks_counted: { zh: "个园区", en: "parks" },
    and_places: { zh: "等 %d 地", en: " and others (%d)" },
    wanted_here: { zh: "此地", en: "Here" }
  };

  // src/words/overview_texts.js
  var OVERVIEW_TEXTS = {
    planned: { zh: "计划投资", en: "Planned investment" },
    of_it_unlocated: { zh: "，其中 %s未载地点", en: ", %s of it at no stated place" },
    of_it_in: { zh: "，%s落在%s", en: ", %s of it in %s" },
    unlocated_of: {
      zh: "%d 个项目中，%u 个（%s）未载地点，不在图上。",
      en: "Of %d projects %u (%s) have no stated place and are not on the map."
    },
    zone_column: { zh: "产业片区", en: "Zone" },
    area_column: { zh: "平方公里", en: "km²" },
    projects_column: { zh: "项目", en: "Projects" },
    money_column: { zh: "亿元", en: "m yuan" },
    warnings_column: { zh: "警告", en: "Flags" },
    total: { zh: "合计", en: "Total" },
    outside_short: { zh: "片区之外", en: "Outside zones" },
    unlocated_short: { zh: "未载地点", en: "Place not stated" },
    across_short: { zh: "跨片区", en: "Across zones" },
    by_owner_short: { zh: "凭业主 ", en: "by owner " },
    and_others: { zh: "%s等 %d 处", en: "%s and others, %d" },
    chart_money: { zh: "计划投资按片区：", en: "Planned investment by zone: " },
    add_zone: { zh: "加片区", en: "Add a zone" },
    leave_out: { zh: "不再比较", en: "Leave out" },
    derived: { zh: "推算", en: "derived" },
    pattern_solid: { zh: "实", en: "solid" },
    pattern_open: { zh: "空", en: "open" },
    pattern_hatch: { zh: "纹", en: "hatched" },
    leading_industries: { zh: "主导产业", en: "Leading industries" },
    listing_note: {
      zh: "粗框为几区同有，黄底为正文与表仅一处列出",
      en: "thick frame: in several zones; yellow: in the text or the table only"
    },
    findings_of_zone: { zh: "警告，只计片区本身", en: "warnings on the zone itself" },
    zones_compared: { zh: "片区比较", en: "Zones compared" },
    compared_most: { zh: "%m以%z为最：%v", en: "%m is highest in %z: %v" },
    one_axis: { zh: "每项同一轴，黑体加线为最大。", en: "One axis a row; the largest is underlined." },
    invented_short: { zh: "虚构示例", en: "invented example" }
  };

  // src/words/parcel_texts.js
  var PARCEL_TEXTS = {
    parcels_invented: { zh: "图上地块与亩数：虚构示例", en: "Parcels and mu on the map: invented example" },
    parcels_small: { zh: "小地块画作方块，放大见真形", en: "Small parcels are squares; zoom in for their shapes" },
    parcels_summed: {
      zh: "每格约 %d，方块面积按亩数",
      en: "Cells of about %d; the area of a square tells the land"
    },
    parcels_until: { zh: "只画至 %y 年底已盘活的 %n、%m", en: "Only what was recovered by the end of %y: %n, %m" },
    parcels_undated: { zh: "另有 %n已盘活而未载日期", en: "%n more are recovered on an unknown day" },
    parcels_undrawn: { zh: "%n没有图形，未画出", en: "%n without a shape are not drawn" },
    parcels_by_year: { zh: "图上地块截至", en: "Map up to" },
    parcels_all: { zh: "全部", en: "all" },
    lens: { zh: "放大镜", en: "Lens" }
  };

  // src/words/table_texts.js
  var TABLE_TEXTS = {
    filter: { zh: "筛选", en: "Filter" },
    filtered: { zh: "筛选：", en: "Filtered: " },
    clear: { zh: "清除", en: "Clear" },
    filter_zones: { zh: "片区", en: "Zone" },
    filter_classes: { zh: "类别", en: "Class" },
    filter_lists: { zh: "清单", en: "List" },
    filter_towns: { zh: "镇街", en: "Town" },
    filter_evidence: { zh: "位置依据", en: "Place known by" },
    filter_severities: { zh: "程度", en: "Severity" },
    filter_investment: { zh: "投资", en: "Investment" },
    filter_land: { zh: "用地", en: "Land" },
    filter_ratio: { zh: "容积率", en: "Floor area ratio" },
    unit_investment: { zh: " 亿元", en: " m yuan" },
    unit_land: { zh: " 亩", en: " mu" },
    unit_ratio: { zh: "", en: "" },
    unstated: { zh: "未载", en: "not stated" },
    place_unstated: { zh: "未载地点", en: "no place stated" },
    stated_only: { zh: "只看已载", en: "stated only" },
    with_unstated: { zh: "含未载", en: "with those not stated" },
    up_to: { zh: "%d 以下", en: "up to %d" },
    from_on: { zh: "%d 以上", en: "%d and more" },
    project_owner: { zh: "项目 · 业主", en: "Project · owner" },
    owner: { zh: "业主", en: "Owner" },
    place: { zh: "地点", en: "Place" },
    clause: { zh: "条款", en: "Clause" },
    land_site: { zh: "用地", en: "Site" },
    land_new: { zh: "新增", en: "New land" },
    land_either: { zh: "用地或新增", en: "Site, or new land" },
    list_under_construction: { zh: "在建", en: "building" },
    list_planned: { zh: "谋划", en: "planned" },
    sum_of: { zh: "%d 项合计", en: "%d in all" },
    share_of: { zh: "占 %d 项投资的 %s", en: "%s of what all %d invest" },
    stated_in: { zh: "载 %d 项", en: "stated: %d" },
    no_sum: { zh: "不合计", en: "not summed" },
    left_out: { zh: "筛去 %d 项、", en: "Left out: %d, " },
    stop: { zh: "。", en: ". " },
    bars_in_table: { zh: "实条在建，空条谋划。", en: "Solid bar: under construction; open: planned. " },
    yellow: { zh: "黄底", en: "Yellow" },
    ratio_below: { zh: "：容积率低于 %d", en: ": floor area ratio below %d" },
    unstated_note: { zh: "“未载”不计为 0。", en: "What is not stated does not count as 0." },
    park: { zh: "园区", en: "Park" },
    listed_in: { zh: "列于", en: "Listed in" },
    target_name: { zh: "指标", en: "Target" },
    group: { zh: "一级指标", en: "Group" },
    base_year: { zh: "基期", en: "Base year" },
    base_value: { zh: "基数", en: "Base" },
    target_year: { zh: "目标年", en: "Year" },
    target_value: { zh: "目标", en: "Target" },
    city_value: { zh: "全市", en: "City" },
    actual_value: { zh: "完成", en: "Actual" },
    unit: { zh: "单位", en: "Unit" },
    severity: { zh: "程度", en: "Severity" },
    subject: { zh: "对象", en: "Subject" },
    message: { zh: "发现", en: "Finding" },
    rule_name: { zh: "规则", en: "Rule" },
    zone_name: { zh: "片区", en: "Zone" },
    area_usable: { zh: "可利用面积", en: "Usable area" },
    area_printed: { zh: "面积（照录）", en: "Area as printed" },
    unit_km2: { zh: "平方公里", en: "km²" },
    leading: { zh: "主导产业", en: "Leading industries" },
    rows_of: { zh: "%d 项", en: "%d" },
    nested_note: {
      zh: "下级片区计入上级片区，不再合计。",
      en: "Zones in zones count in the outer ones: no sum. "
    },
    kind: { zh: "类别", en: "Kind" },
    unpacking: { zh: "正在展开台账…", en: "Unpacking the ledger …" },
    no_parcel_table: { zh: "此浏览器不能展开台账。", en: "This browser cannot unpack the ledger." },
    all_of: { zh: "全部 %d 个", en: "all %d" },
    all_classes: { zh: "全部 %d 类", en: "all %d" },
    chosen_of: { zh: "%d 个", en: "%d chosen" },
    all: { zh: "全部", en: "All" },
    more: { zh: "更多", en: "More" },
    from_value: { zh: "起", en: "from" },
    to_value: { zh: "止", en: "to" },
    keep_unstated: { zh: "含未载 %d 项", en: "with %d not stated" },
    asked_ratio: { zh: "规划要求 %d", en: "the plan asks for %d" },
    columns: { zh: "列", en: "Columns" },
    columns_first: { zh: "恢复", en: "Reset" },
    kinds_of_table: { zh: "表格种类", en: "Kinds of table" },
    nothing_wanted: { zh: "无符合项", en: "Nothing matches" },
    row_number: { zh: "序", en: "no." },
    table_of: { zh: "%s表", en: "Table: %s" },
    save_csv: { zh: "CSV", en: "CSV" },
    save_xlsx: { zh: "XLSX", en: "XLSX" },
    save_rows: { zh: "把表中 %d 行存为 ", en: "Save the %d rows as " },
    remark: { zh: "备注", en: "remark" },
    sort_by: { zh: "排序", en: "Sort" },
    table: { zh: "表格", en: "table" },
    table_projects: { zh: "项目", en: "Projects" },
    table_parks: { zh: "园区", en: "Parks" },
    table_targets: { zh: "指标", en: "Targets" },
    table_findings: { zh: "发现", en: "Findings" },
    table_zones: { zh: "片区", en: "Zones" },
    table_parcels: { zh: "地块", en: "Parcels" }
  };

  // src/words/tool_texts.js
  var TOOL_TEXTS = {
    basemap: { zh: "在线底图", en: "Online basemap" },
    basemap_none: { zh: "无（不联网）", en: "none (offline)" },
    basemap_tianditu: { zh: "天地图", en: "Tianditu" },
    basemap_gaode: { zh: "高德地图", en: "Amap (Gaode)" },
    basemap_note: {
      zh: "选定后才联网。高德底图的坐标偏移已在底图一侧纠正，数据坐标不变。",
      en: "Online only once chosen. The offset of Amap is corrected on its tiles; data does not move."
    },
    basemap_failed: {
      zh: "底图没有载入：没有网络，或被阻挡。地图其余部分照常可用。",
      en: "The basemap did not load: no network, or blocked. Everything else works."
    },
    tianditu_key: { zh: "天地图密钥", en: "Tianditu key" },
    tianditu_note: { zh: "密钥只存在本浏览器。", en: "The key stays in this browser." },
    use_key: { zh: "使用", en: "Use" },
    uncertainty: { zh: "位置不确定范围", en: "Uncertainty of places" },
    legend_chosen: { zh: "外圈：所选", en: "Outer ring: what is chosen" },
    legend_uncertainty: { zh: "虚线圈：位置不确定范围", en: "Dashed circle: how uncertain the place is" },
    legend_hatched: { zh: "斜线：与其他片区同为主导", en: "Hatched: other zones lead in it too" },
    legend_half: { zh: "半格：只有正文或只有表列出", en: "Half a cell: listed in text or table only" },
    narrowed: { zh: "：", en: ": " },
    narrowed_to: { zh: "只看：", en: "Shown alone: " },
    class_named: { zh: "产业分类", en: "class" },
    legend_new_land: { zh: "项目：圆越大新增用地越多", en: "Project: the larger, the more new land" },
    close: { zh: "关闭", en: "Close" },
    cancel: { zh: "取消", en: "Cancel" },
    show_clause: { zh: "查看原文", en: "The plan's words" },
    outside_source: { zh: "规划之外的资料或数据文件", en: "A source outside the plan, or a data file" },
    data_file: { zh: "数据文件 ", en: "data file " },
    details: { zh: "查看详情", en: "Details" },
    tools: { zh: "工具", en: "Tools" },
    map_tools: { zh: "地图工具", en: "Map tools" },
    measure_length: { zh: "测距", en: "Length" },
    measure_area: { zh: "测面", en: "Area" },
    measure_length_how: {
      zh: "在图上逐点单击，双击结束。键盘：方向键移图，空格取图心，回车结束。",
      en: "Click from point to point, double-click to finish. Keys: arrows move, space sets the middle, Enter finishes."
    },
    measure_area_how: {
      zh: "沿边界逐点单击，双击结束。键盘：方向键移图，空格取图心，回车结束。",
      en: "Click around the area, double-click to finish. Keys: arrows move, space sets the middle, Enter finishes."
    },
    measured_length: { zh: "长度（椭球）", en: "Length (ellipsoid) " },
    measured_area: { zh: "面积（椭球）", en: "Area (ellipsoid) " },
    measured_km2: { zh: " 平方公里，", en: " km², " },
    measured_round: { zh: "，周长 ", en: ", round " },
    full_screen: { zh: "全屏", en: "Full" },
    print: { zh: "打印", en: "Print" },
    paper: { zh: "纸张", en: "Paper" },
    landscape: { zh: "横向", en: "landscape" },
    print_note: {
      zh: "首页为地图与图例，其后为本视图的列表和已打开的内容。",
      en: "First the map with its legend, then this view's list and what is open."
    },
    printed_from: { zh: "资料来源：", en: "Source: " },
    printed_on: { zh: "打印日期 ", en: "printed " },
    untold: { zh: "其余发现见 data/findings.json：", en: "More findings, in data/findings.json: " },
    attributed: { zh: "数据：", en: "Data: " },
    places_schematic: { zh: "虚线范围为示意，不作审批依据", en: "dashed outlines are schematic, not for permits" },
    picture: { zh: "存图", en: "PNG" },
    no_tiles_in_picture: { zh: "图中不含在线底图", en: "without the online basemap" },
    download: { zh: "下载", en: "Download" },
    download_geojson: { zh: "地图数据（.geojson）", en: "GeoJSON" },
    download_csv: { zh: "表格（.csv）", en: "CSV" },
    download_note: {
      zh: "坐标为经纬度，表格中片区、地块取其内一点；没有位置的也在内。",
      en: "Longitude and latitude, in CSV a point inside each outline; things without a place are included."
    },
    download_no_parcels: {
      zh: "地块不在其中：先点一个地块，可单独下载它；全部地块见 data/parcels.geojson。",
      en: "Parcels are not among it: click a parcel first to take it along; all are in data/parcels.geojson."
    },
    longitude: { zh: "经度", en: "longitude" },
    latitude: { zh: "纬度", en: "latitude" },
    selection: { zh: "所选：", en: "Selection: " },
    selection_all: { zh: "本视图全部", en: "all of this view" },
    theme_auto: { zh: "主题：自动", en: "Theme: auto" },
    theme_light: { zh: "主题：浅色", en: "Theme: light" },
    theme_dark: { zh: "主题：深色", en: "Theme: dark" },
    method: { zh: "来源与方法", en: "Sources and method" },
    method_text: {
      zh: "数字全部取自规划原文，点选条文编号可查看原文。面积按 CGCS2000 椭球计算。坐标为 CGCS2000（EPSG:4490）。",
      en: "All figures are the plan's own; click a clause to read its words. Areas are ellipsoidal (CGCS2000, EPSG:4490)."
    },
    method_schematic: {
      zh: "虚线范围是示意，不得用于量算或审批：",
      en: " Dashed outlines are schematic, not for measuring or permits: "
    },
    sources: { zh: "资料", en: "Sources" },
    boundary: { zh: "区界：", en: "District outline: " },
    no_sources: { zh: "规划文件夹没有注明来源", en: "the plan folder names no sources" },
    no_licences: { zh: "规划文件夹没有注明许可。", en: "The plan folder names no licences." },
    licences: { zh: "许可", en: "Licences" },
    plan_version: { zh: "规划版本 ", en: "Plan of " },
    north: { zh: "北", en: "N" }
  };

  // src/words/view_texts.js
  var VIEW_TEXTS = {
    views: { zh: "视图", en: "Views" },
    parcels: { zh: "地块", en: "Parcels" },
    skip: { zh: "跳到列表", en: "Skip to the list" },
    map: { zh: "地图", en: "Map" },
    whole: { zh: "全区", en: "Whole district" },
    whole_short: { zh: "全区", en: "Whole" },
    zoom_in: { zh: "放大", en: "Zoom in" },
    zoom_out: { zh: "缩小", en: "Zoom out" },
    search: { zh: "名称、拼音首字母、条款", en: "Search by name or pinyin" },
    search_parcels: { zh: "搜索：名称、拼音首字母、地块编号", en: "Search name, pinyin, parcel number" },
    search_results: { zh: "搜索结果", en: "Search results" },
    nothing_found: { zh: "没有找到", en: "nothing found" },
    more_hits: { zh: "只列前 30 个，共", en: "the first 30 of" },
    rule: { zh: "规则", en: "rule" },
    unknown_address: { zh: "网址所指的内容不在此页：", en: "The address names what this page has not: " },
    language: { zh: "EN", en: "中文" },
    layer: { zh: "图层", en: "layer" },
    missing: { zh: "规划文件夹还缺", en: "The plan folder still lacks" },
    zones: { zh: "产业片区", en: "Zones" },
    parks: { zh: "重点园区", en: "Parks" },
    listed_table: { zh: "仅表中列出", en: "In the table only" },
    listed_text: { zh: "仅正文列出", en: "In the text only" },
    listed_both: { zh: "正文与表都列出", en: "In text and table" },
    owners: { zh: "项目单位", en: "Owners" },
    targets: { zh: "目标指标", en: "Targets" },
    clusters: { zh: "产业集群", en: "Industry clusters" },
    findings: { zh: "检查发现", en: "Findings" },
    findings_none: { zh: "没有发现。", en: "Nothing was found." },
    rules_other: { zh: "通过或未检查的规则", en: "Rules passed or not checked" },
    why_flagged: { zh: "检查发现", en: "Findings" },
    reading: { zh: "读法：", en: "Reading: " },
    remedy: { zh: "建议：", en: "Remedy: " },
    see_rule: { zh: "查看该规则", en: "See this rule" },
    also_said: { zh: "规划另述", en: "Also said" },
    gaps: { zh: "数据缺口", en: "Gaps in the data" },
    gaps_note: {
      zh: "手头数据所缺，不是规划的问题，不计入发现。",
      en: "What the data at hand lack: no fault of the plan, not counted among the findings."
    },
    proofreading: { zh: "校对", en: "Proof-reading" },
    proofreading_note: {
      zh: "疑似错漏字，附依据，供校对参考，不计入发现。",
      en: "Suspected misprints with what speaks for them: not counted among the findings."
    },
    perhaps: { zh: "或为", en: "perhaps" },
    unlocated: { zh: "未定位项目", en: "Projects without a known place" },
    unlocated_note: {
      zh: "规划和公开资料未说明这些项目在哪里，未画在图上。",
      en: "Neither the plan nor public notices say where these are; they are not drawn."
    },
    unlocated_parks: { zh: "未定位园区", en: "Parks without a known place" },
    not_drawn: { zh: "位置未知，未画在图上。", en: "Its place is not known; it is not drawn." },
    across_zones: { zh: "跨片区", en: "Across zones" },
    outside_zones: { zh: "片区之外", en: "Outside all zones" },
    industries_shared: { zh: "多个片区同为主导", en: "Leading in several zones" },
    industries_single: { zh: "只在一个片区主导", en: "Leading in one zone" },
    industries_prose: { zh: "只在段落中提到的产业", en: "Named in prose only" },
    and_so_on: { zh: "等 %d 个", en: "… %d in all" },
    zones_lead: { zh: "个片区", en: "zones" },
    matrix: { zh: "片区与主导产业", en: "Zones and leading industries" },
    matrix_note: {
      zh: "左上半：正文所列；右下半：表所列。",
      en: "Upper left half: listed in the text; lower right half: in the table."
    },
    classes: { zh: "按产业分类", en: "By class" },
    classes_note: {
      zh: "点选一类只看该类，再点一次看全部。",
      en: "Choose a class to see it alone, once more to see all."
    },
    located: { zh: "已定位项目", en: "Projects with a place" },
    by_owner: { zh: "其中仅凭业主（地址或同类厂房）：", en: "Of which by the owner alone (address or works): " },
    recovery: { zh: "低效用地盘活", en: "Low-efficiency land recovered" },
    target: { zh: "目标", en: "Target" },
    parcels_how: { zh: "点选图上的地块，查看台账。", en: "Click a parcel on the map to see what the ledger says of it." },
    invented: {
      zh: "虚构示例：地块台账为虚构，数字不得引用",
      en: "Invented example: the parcel ledger is made up, its figures must not be quoted"
    },
    recovered: { zh: "已盘活", en: "Recovered" },
    under_way: { zh: "进行中", en: "Under way" },
    identified: { zh: "已认定", en: "Identified" },
    bars: { zh: "条形：实色为已盘活，淡色为进行中。", en: "Bars: full colour is recovered, pale is under way." },
    bars_target: {
      zh: "条形：实色为已盘活，淡色为进行中，竖线为目标。",
      en: "Bars: full colour is recovered, pale is under way, the upright line is the target."
    },
    as_of: { zh: "截至", en: "as of" },
    no_ledger: {
      zh: "未提供地块台账，盘活进度未知：请给出台账文件，或先把它导入规划文件夹。",
      en: "No parcel ledger was given, so progress is unknown: give the file of one, or import one into the plan folder."
    },
    identified_in_plan: { zh: "规划项目中已明确的存量用地", en: "Existing land that the plan's projects name" },
    identified_silent: { zh: "提及存量用地、未列数字：", en: "Existing land named without a figure:" },
    usable: { zh: "可利用面积", en: "Usable area" },
    new_land: { zh: "新增用地合计", en: "New land wanted, in all" },
    new_land_note: {
      zh: "规划项目所列新增用地，按项目位置归入片区。",
      en: "New land that the plan's projects ask for, by where each project lies."
    },
    new_short: { zh: "新增", en: "new" }
  };

  // src/words/texts.js
  var TEXTS = {
    ...VIEW_TEXTS,
    ...TOOL_TEXTS,
    ...TABLE_TEXTS,
    ...LAND_TEXTS,
    ...OVERVIEW_TEXTS,
    ...MARKS_TEXTS,
    ...GROUND_TEXTS,
    ...PARCEL_TEXTS
  };

  // src/map/tangents.js
  function tangents(one2, other) {
    const apart2 = Math.hypot(other.x - one2.x, other.y - one2.y);
    if (apart2 <= Math.abs(one2.r - other.r)) return [];
    const toward = Math.atan2(other.y - one2.y, other.x - one2.x);
    const off = Math.acos((one2.r - other.r) / apart2);
    return [toward + off, toward - off].map((angle) => {
      const on = ({ x: x3, y: y2, r: r2 }) => ({
        x: x3 + r2 * Math.cos(angle),
        y: y2 + r2 * Math.sin(angle)
      });
      return [on(one2), on(other)];
    });
  }

  // src/map/lens.js
  var TIMES = 3;
  var SMALL_PX = 12;
  var LEAST_STAGE_PX = 640;
  var SHARE = 0.14;
  var SIZES = { least: 76, most: 130 };
  var GAP_PX = 16;
  var NOTE_PX = 64;
  var GROUNDS = ".leaflet-yz-ground-pane canvas, .leaflet-yz-zones-pane canvas";
  function makeLens(page, parcels2) {
    const map2 = page.leaflet;
    const container = map2.getContainer();
    const root = document.createElement("div");
    root.className = "yz-lens";
    root.setAttribute("aria-hidden", "true");
    const [ground, drawing] = [document.createElement("canvas"), document.createElement("canvas")];
    const glass = document.createElement("div");
    glass.className = "glass";
    glass.append(ground, drawing);
    const lines = document.createElement("div");
    root.append(lines, glass);
    container.appendChild(root);
    let focus = null;
    let corner = -1;
    let isAsked = false;
    let isReady = false;
    const hasRoom = () => container.clientWidth >= LEAST_STAGE_PX;
    function isSmall() {
      var _a2;
      const scene = parcels2.scene(map2.getZoom());
      return scene !== null && scene.size < SMALL_PX && ((_a2 = parcels2.scene(map2.getZoom() + Math.log2(TIMES))) == null ? void 0 : _a2.mode) !== "grid";
    }
    function isOn() {
      const { lens: lens2, shown, printing: printing2, view } = page.state;
      if (!isReady || !shown.parcels || printing2 || page.view.layout !== "map" || !hasRoom()) return false;
      return lens2 === null ? view === "land" && isSmall() : lens2;
    }
    function spot(r2) {
      const { x: x3, y: y2 } = map2.latLngToContainerPoint(
        /** @type {L.LatLng} */
        focus
      );
      return { x: x3, y: y2, r: r2 / TIMES };
    }
    function corners(r2) {
      const { x: width, y: height } = map2.getSize();
      const frame = container.getBoundingClientRect();
      const hands2 = byId("yz-hands").getBoundingClientRect();
      const right = (hands2.width ? hands2.left - frame.left : width) - GAP_PX - r2;
      return [
        { x: right, y: 2 * GAP_PX + r2, r: r2 },
        { x: GAP_PX + r2, y: NOTE_PX + r2, r: r2 },
        { x: right, y: height - NOTE_PX - 2 * GAP_PX - r2, r: r2 }
      ];
    }
    function settle(places, seen) {
      const isClear = ({ x: x3, y: y2, r: r2 }) => Math.hypot(x3 - seen.x, y2 - seen.y) > r2 + seen.r + GAP_PX;
      if (corner < 0 || !isClear(places[corner])) corner = Math.max(0, places.findIndex(isClear));
      return places[corner];
    }
    function caption() {
      const at = (
        /** @type {L.LatLng} */
        focus
      );
      const [nearest] = [...page.data.places].sort(
        (a2, b) => at.distanceTo([a2.lat, a2.lon]) - at.distanceTo([b.lat, b.lon])
      );
      return `${nearest ? `${page.text(nearest.name)} ` : ""}×${TIMES}`;
    }
    function drawGround(seen, side, ratio) {
      ground.width = ground.height = side * ratio;
      const pen = (
        /** @type {CanvasRenderingContext2D} */
        ground.getContext("2d")
      );
      pen.fillStyle = page.theme.variable("--district");
      pen.fillRect(0, 0, side * ratio, side * ratio);
      const frame = container.getBoundingClientRect();
      for (
        const canvas of
        /** @type {NodeListOf<HTMLCanvasElement>} */
        container.querySelectorAll(GROUNDS)
      ) {
        const box2 = canvas.getBoundingClientRect();
        if (!box2.width || !canvas.width) continue;
        const dense = canvas.width / box2.width;
        const left = (seen.x - seen.r - (box2.left - frame.left)) * dense;
        const top = (seen.y - seen.r - (box2.top - frame.top)) * dense;
        const wide2 = 2 * seen.r * dense;
        pen.drawImage(canvas, left, top, wide2, wide2, 0, 0, side * ratio, side * ratio);
      }
    }
    function drawLines(seen, lens2) {
      const { x: width, y: height } = map2.getSize();
      const leaders = tangents(seen, lens2).map(
        ([from, to]) => html`<line x1=${from.x} y1=${from.y} x2=${to.x} y2=${to.y} class="leader" />`
      );
      Q(
        html`<svg width=${width} height=${height}>${leaders}<circle cx=${seen.x} cy=${seen.y} r=${seen.r} class="seen" /></svg>
        <span class="caption" style=${{ left: `${lens2.x}px`, top: `${lens2.y + lens2.r}px` }}>${caption()}</span>`,
        lines
      );
    }
    function draw() {
      isAsked = false;
      root.style.visibility = "";
      const wasOn = !root.hidden;
      const last = corner;
      root.hidden = !isOn();
      if (!root.hidden) drawLens();
      else if (wasOn) corner = -1;
      if (wasOn !== !root.hidden || wasOn && last !== corner) page.map.label();
    }
    function drawLens() {
      const { x: width, y: height } = map2.getSize();
      const r2 = Math.round(Math.min(SIZES.most, Math.max(SIZES.least, SHARE * Math.min(width, height))));
      if (!focus || !map2.getBounds().contains(focus)) focus = start2();
      const seen = spot(r2);
      const lens2 = settle(corners(r2), seen);
      const ratio = window.devicePixelRatio > 1 ? 2 : 1;
      Object.assign(glass.style, {
        left: `${lens2.x - r2}px`,
        top: `${lens2.y - r2}px`,
        width: `${2 * r2}px`,
        height: `${2 * r2}px`
      });
      drawGround(seen, 2 * r2, ratio);
      drawing.width = drawing.height = 2 * r2 * ratio;
      parcels2.paint(drawing, focus, map2.getZoom() + Math.log2(TIMES), ratio);
      drawLines(seen, lens2);
    }
    function start2() {
      const dense = parcels2.densest(map2.getZoom());
      return dense && map2.getBounds().contains(dense) ? dense : map2.getCenter();
    }
    function ask() {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(draw);
    }
    container.addEventListener("mousemove", (event) => {
      if (root.hidden) return;
      focus = map2.mouseEventToLatLng(event);
      ask();
    });
    map2.on("move moveend zoomend resize", ask);
    map2.on("zoomanim", () => {
      root.style.visibility = "hidden";
    });
    root.hidden = true;
    return {
      isOn,
      draw: ask,
      /** The boxes are unpacked. */
      begin() {
        isReady = true;
        draw();
      }
    };
  }

  // src/map/parcel_note.js
  var SIGN_PX = 5;
  var ROUND_M = 100;
  function makeParcelNote(page, parcels2) {
    const box2 = document.createElement("div");
    box2.id = "yz-parcel-note";
    byId("yz-stage").appendChild(box2);
    function manner() {
      const scene = parcels2.scene(page.leaflet.getZoom());
      if (!scene) return "";
      if (scene.mode === "signs") return scene.size < SIGN_PX ? page.say("parcels_small") : "";
      if (scene.mode === "shapes") return "";
      const metres = Math.max(ROUND_M, Math.round(scene.cell * metresPerPixel(page.leaflet) / ROUND_M) * ROUND_M);
      return page.say("parcels_summed").replace("%d", page.numbers.metres(metres));
    }
    function choice2() {
      const { until } = page.state.parcelChoice;
      if (until === null) return [];
      const { count, mu, undated } = parcels2.tally();
      const shown = page.say("parcels_until").replace("%y", String(until)).replace("%n", page.numbers.parcels(count));
      const told = [shown.replace("%m", page.numbers.mu(Math.round(mu)))];
      if (undated) told.push(page.say("parcels_undated").replace("%n", page.numbers.parcels(undated)));
      return told;
    }
    function lines() {
      if (!page.state.shown.parcels) return [];
      return [page.invented() ? page.say("parcels_invented") : "", ...choice2(), manner()].filter(Boolean);
    }
    function draw() {
      const said = lines();
      box2.hidden = !said.length;
      const isTag = (index) => index === 0 && page.invented() !== "";
      Q(
        said.map((line2, index) => html`<div key=${line2} class=${isTag(index) ? "invented" : ""}>${line2}</div>`),
        box2
      );
    }
    page.leaflet.on("zoomend", draw);
    return { draw, lines };
  }

  // src/map/parcel_layer.js
  var LOOKS3 = (
    /** @type {const} */
    [
      "view",
      "opened",
      "lang",
      "theme",
      "systemDark",
      "shown",
      "printing",
      "parcelChoice",
      "lens"
    ]
  );
  function subjectOf(subject, page) {
    const tables = subject.links.map(({ title, items }) => ({
      title,
      columns: [],
      topic: "zone",
      rows: items.map(({ key }) => ({ cells: [{ key, text: page.data.subjects[key].name }], sources: [] }))
    }));
    return { ...subject, tables, terms: [], syllables: [] };
  }
  function makeParcelLayer(page) {
    if (!document.getElementById("yz-parcels") || !window.yzParcels) return null;
    const parcels2 = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
      keep(key, subject, false);
      page.open(key);
    });
    const note3 = makeParcelNote(page, parcels2);
    const lens2 = makeLens(page, parcels2);
    const { downloads } = page.data;
    parcels2.beneath(page.layers.district);
    page.layers.parcels = /** @type {L.GeoJSON} */
    /** @type {unknown} */
    parcels2.layer;
    page.data.layers.parcels = TEXTS.parcels;
    for (const { name, label } of parcels2.columns) {
      if (downloads.columns[name]) continue;
      downloads.columns[name] = label;
      downloads.order.push(name);
    }
    function keep(key, subject, zoomed) {
      page.map.stay(zoomed);
      page.store.change({ parcels: { ...page.state.parcels, [key]: subjectOf(subject, page) } });
    }
    async function find2(id) {
      const subject = await parcels2.select(id);
      if (subject) keep(`parcel:${id}`, subject, true);
      return subject !== null;
    }
    const isOn = () => page.leaflet.hasLayer(parcels2.layer);
    return {
      find: find2,
      search: parcels2.search,
      table: parcels2.table,
      /** Opens a parcel by its place in the ledger as it is packed. @param {number} place */
      openAt: (place) => {
        parcels2.choose(place);
      },
      /** In the colours of the theme, or of paper. */
      recolour: () => parcels2.recolour(page.theme.tint),
      statuses: parcels2.statuses,
      undrawn: parcels2.undrawn,
      years: parcels2.years,
      sums: parcels2.sums,
      /** What the map says of them, line by line. */
      lines: note3.lines,
      isEnlarged: lens2.isOn,
      /** Opens a parcel by its number and goes to it; a view without a map gives way to that of land. @param {string} id */
      async show(id) {
        if (!await find2(id)) {
          const [said, kind] = [page.both("unknown_address"), page.data.kinds.parcel];
          const words2 = { zh: `${said.zh}${kind.zh} ${id}`, en: `${said.en}${kind.en} ${id}` };
          page.store.change({ notice: { about: "address", words: words2 } });
          return;
        }
        const view = page.view.layout === "reading" && page.views.land ? "land" : page.state.view;
        page.store.change({ view, opened: `parcel:${id}` });
        page.store.change({ shown: { ...page.state.shown, parcels: true } });
      },
      /** Begins when the boxes are unpacked. @param {() => void} redraw what tells of the zoom */
      start(redraw) {
        parcels2.ready.then(() => {
          lens2.begin();
          note3.draw();
          redraw();
        });
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.parcelChoice !== before.parcelChoice) parcels2.show(state.parcelChoice);
        if (LOOKS3.some((name) => state[name] !== before[name])) {
          note3.draw();
          lens2.draw();
        }
      },
      /** Draws at once what can be drawn, for paper. */
      finish() {
        if (isOn()) parcels2.finish();
      },
      /** A promise that all is parcels. */
      settled: async () => isOn() ? parcels2.settled() : null,
      listen: parcels2.listen
    };
  }

  // src/state/choices.js
  var SEVERITIES = ["error", "warning", "info"];
  var EVIDENCE = ["plan_text", "project_news", "owner_works", "owner_address"];
  function valuesIn({ data }, name) {
    if (name === "severities") return SEVERITIES.filter((severity) => data.severity_counts[severity]);
    const found = new Set(data.projects.flatMap((project) => valuesOf(project, name)));
    if (name === "zones")
      return [...data.zones.map((zone) => zone.zone_id), ...[OUTSIDE, UNLOCATED].filter((one2) => found.has(one2))];
    if (name === "classes") return data.classes.map((group2) => group2.name.zh);
    const order = name === "evidence" ? EVIDENCE : name === "lists" ? ["under_construction", "planned"] : [];
    const rest = [...found].filter((value2) => !order.includes(value2));
    return [
      ...order.filter((value2) => found.has(value2)),
      ...rest.filter((one2) => !one2.startsWith("~")),
      ...rest.filter((one2) => one2.startsWith("~"))
    ];
  }
  function nameOf(page, name, value2) {
    var _a2, _b2;
    const { data } = page;
    if (value2 === UNSTATED) return page.say("unstated");
    if (value2 === UNLOCATED) return page.say("place_unstated");
    if (value2 === OUTSIDE) return page.say("outside_zones");
    if (name === "zones") return page.text(((_a2 = data.zones.find((zone) => zone.zone_id === value2)) == null ? void 0 : _a2.shortest) || data.title);
    if (name === "classes") return page.text(((_b2 = data.classes.find((group2) => group2.name.zh === value2)) == null ? void 0 : _b2.name) || data.title);
    if (name === "towns") return page.text(data.place_names[value2]);
    if (name === "severities") return page.text(data.severities[
      /** @type {Severity} */
      value2
    ]);
    return hasOwn(data.downloads.words, value2) ? page.text(data.downloads.words[value2]) : value2;
  }
  function factorOf2(page, name) {
    return name === "investment" && page.lang === "en" ? page.data.units.m_yuan_per_100m : 1;
  }
  function rangeName(page, name, { from, to, unstated: unstated2 }) {
    const grouped2 = (value2) => page.numbers.grouped(value2 * factorOf2(page, name));
    const kept = unstated2 ? page.bracketed(page.say("with_unstated")) : "";
    if (from === null && to === null) return page.say("stated_only");
    if (from === null) return page.say("up_to").replace("%d", grouped2(to || 0)) + kept;
    if (to === null) return page.say("from_on").replace("%d", grouped2(from)) + kept;
    return `${grouped2(from)}–${grouped2(to)}${kept}`;
  }
  function words(page) {
    const { filter: filter2 } = page.state;
    const isChinese = page.lang === "zh";
    const chosen = Object.values(CHOICES).map((name) => {
      if (!filter2[name].length) return "";
      const names = filter2[name].map((value2) => nameOf(page, name, value2));
      return `${page.say(`filter_${name}`)} ${names.join(isChinese ? "、" : ", ")}`;
    });
    const between = RANGES.map((name) => {
      const range3 = filter2[name];
      return range3 ? `${page.say(`filter_${name}`)} ${rangeName(page, name, range3)}${page.say(`unit_${name}`)}` : "";
    });
    return [...chosen, ...between].filter(Boolean).join(page.semicolon());
  }
  function clear(page) {
    page.store.change({ filter: NO_FILTER });
  }

  // src/outputs/csv.js
  var QUOTED = /[",\r\n]/;
  function cell(value2, formula) {
    const plain = value2 === null || value2 === void 0 ? "" : Array.isArray(value2) ? value2.join("、") : String(value2);
    const text = typeof value2 !== "number" && formula.test(plain) ? `'${plain}` : plain;
    return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }
  function csv(rows, formula) {
    const lines = rows.map((row) => row.map((value2) => cell(value2, formula)).join(","));
    return `\uFEFF${lines.join("\r\n")}\r
`;
  }

  // src/outputs/save.js
  var KEEP_MS = 1e4;
  function save(blob, name) {
    const anchor = document.createElement("a");
    const address = URL.createObjectURL(blob);
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
  }

  // src/outputs/download.js
  var LAYERS2 = {
    zone: "zones",
    park: "parks",
    project: "projects",
    target: "targets",
    cluster: "clusters",
    industry: "industries",
    plan: "plans",
    parcel: "parcels"
  };
  var DRAWN2 = ["zone", "park", "project"];
  var KINDS_OF_VIEW = { industries: ["zone"] };
  var UNSAFE = /[^A-Za-z0-9\u4e00-\u9fff]+/g;
  var LONGEST_NAME = 60;
  function makeDownload(page) {
    const { data } = page;
    const formula = new RegExp(data.downloads.formula);
    const keysOf2 = (kinds2) => kinds2.flatMap((kind) => data.order[kind] || []);
    const subjectOf2 = (key) => (
      /** @type {Subject} */
      page.subject(key)
    );
    function selection() {
      const { opened, view } = page.state;
      const subject = page.subject(opened);
      if (!opened || !subject) return page.view.keys ? page.view.keys() : keysOf2(KINDS_OF_VIEW[view] || DRAWN2);
      const { kind, projects: projects3 = [], zones: zones2 = [] } = subject;
      if (kind === "zone") {
        return [opened, ...keysOf2(["park", "project"]).filter((key) => `zone:${data.subjects[key].zone_id}` === opened)];
      }
      if (kind === "owner") return projects3;
      if (kind === "industry") return [opened, ...zones2.map((zoneId) => `zone:${zoneId}`)];
      return [opened];
    }
    function properties(key) {
      return subjectOf2(key).attributes || data.downloads.rows[key] || {};
    }
    function geometry(key) {
      const shapes = (page.map.allByKey[key] || []).map(({ feature }) => feature.geometry);
      if (shapes.length < 2) return shapes[0] || subjectOf2(key).geometry || null;
      return { type: "MultiPoint", coordinates: shapes.map(({ coordinates }) => coordinates) };
    }
    function place(key) {
      var _a2;
      const shape = ((_a2 = page.map.byKey[key]) == null ? void 0 : _a2.feature.geometry) || subjectOf2(key).geometry;
      return shape ? placeInside(shape).map((value2) => Math.round(value2 * 1e6) / 1e6) : ["", ""];
    }
    function geojson() {
      const features2 = selection().map(
        (key) => JSON.stringify({
          type: "Feature",
          properties: { layer: LAYERS2[subjectOf2(key).kind], ...properties(key) },
          geometry: geometry(key)
        })
      );
      return `{"type": "FeatureCollection", "features": [
${features2.join(",\n")}
]}
`;
    }
    function worded(value2) {
      const { words: codes } = data.downloads;
      if (value2 && typeof value2 === "object" && !Array.isArray(value2)) {
        return Object.entries(value2).map(([name2, one2]) => `${worded(name2)} ${one2}`).join(page.semicolon());
      }
      const code = typeof value2 === "boolean" ? String(value2) : value2;
      return typeof code === "string" && hasOwn(codes, code) ? page.text(codes[code]) : code;
    }
    function table() {
      const keys = selection();
      const { order, columns } = data.downloads;
      const names = order.filter((name2) => keys.some((key) => hasOwn(properties(key), name2)));
      const heads = names.map((name2) => columns[name2] ? page.text(columns[name2]) : name2);
      const rows = keys.map((key) => {
        const row = properties(key);
        const kind = page.text(data.kinds[subjectOf2(key).kind]);
        return [kind, ...names.map((name2) => worded(row[name2])), ...place(key)];
      });
      return csv([[page.say("layer"), ...heads, page.say("longitude"), page.say("latitude")], ...rows], formula);
    }
    function name() {
      const { opened, view } = page.state;
      return `yzgeo-${(opened || view).replace(UNSAFE, "-").slice(0, LONGEST_NAME)}`;
    }
    return {
      geojson,
      csv: table,
      name,
      /** The name of the selection. */
      selectionName() {
        const subject = page.subject(page.state.opened);
        if (subject) return page.text(subject.name);
        return page.view.keys && words(page) || page.say("selection_all");
      },
      /** The part of the selection that the file lacks; "" for nothing. */
      lacking() {
        const { view, opened } = page.state;
        return page.parcels && view === "land" && !page.subject(opened) ? page.say("download_no_parcels") : "";
      },
      saveGeojson: () => save(new Blob([geojson()], { type: "application/geo+json" }), `${name()}.geojson`),
      saveCsv: () => save(new Blob([table()], { type: "text/csv;charset=utf-8" }), `${name()}.csv`)
    };
  }

  // src/elements/signs.js
  var ROW_PX = 16;
  function entry(drawing, words2) {
    return html`<li>
    <svg width="30" height=${ROW_PX} viewBox=${`0 0 30 ${ROW_PX}`} aria-hidden="true">${drawing}</svg><span>${words2}</span>
  </li>`;
  }
  function disc(more3, words2) {
    const attributes = { cx: 15, cy: 8, r: 6, class: "sign none", ...more3 };
    return entry(html`<circle ...${attributes} />`, words2);
  }
  var newLand = (page) => disc({ class: "sign" }, page.say("legend_new_land"));
  function hatched(page) {
    const strokes = [5, 11, 17, 23].map((x3) => `M${x3 - 4} 14l12-12`).join("");
    const colour = page.theme.tint(page.data.zones[0].colour);
    const style = { stroke: colour };
    const drawing = html`<path d=${strokes} class="hatching" style=${style} />`;
    return entry(drawing, page.say("legend_hatched"));
  }
  function half(page) {
    const drawing = html`<path d="M3 2h11L3 13Z" class="sign" />
    <rect x="3" y="2" width="11" height="11" class="sign none" />`;
    return entry(drawing, page.say("legend_half"));
  }
  function kinds(page) {
    return page.data.zone_kinds.map(({ name, colour }) => {
      const style = { fill: page.theme.tint(colour), "fill-opacity": 0.5 };
      return entry(html`<rect x="3" y="2" width="24" height="12" rx="5" style=${style} />`, page.text(name));
    });
  }
  function shared(page) {
    return page.data.zones.length ? [hatched(page), half(page)] : [];
  }
  function narrowed(page) {
    const told = narrowedTo(page);
    return told ? html`<li class="narrowed"><span>${page.say("narrowed_to") + told}</span></li>` : null;
  }
  function narrowedTo(page) {
    return [page.view.narrowed ? page.view.narrowed() : "", words(page)].filter(Boolean).join(page.semicolon());
  }
  function viewName(page) {
    const told = narrowedTo(page);
    return page.text(page.view.title) + (told ? page.say("narrowed") + told : "");
  }
  function ofState(page) {
    const { opened, shown } = page.state;
    const subject = page.subject(opened);
    const shape = opened ? page.map.byKey[opened] : void 0;
    const isRinged = (shape == null ? void 0 : shape.home) || ((subject == null ? void 0 : subject.projects) || []).some((key) => page.map.byKey[key]);
    const isUncertain = (shape == null ? void 0 : shape.home) && (subject == null ? void 0 : subject.uncertainty_m);
    const rings = html`<circle cx="15" cy="8" r="4" class="sign full" /><circle cx="15" cy="8" r="7" class="sign none chosen" />`;
    return [
      isRinged ? entry(rings, page.say("legend_chosen")) : null,
      shown.uncertainty || isUncertain ? disc({ r: 7, "stroke-dasharray": "2 4" }, page.say("legend_uncertainty")) : null,
      page.invented() ? html`<li class="caution"><span class="invented">${page.invented()}</span></li>` : null
    ];
  }

  // src/outputs/wrap.js
  var WORDS = /[!-~]+\s*|[^!-~]/g;
  function wrapped(text, isTooLong) {
    const lines = [""];
    for (const word of text.match(WORDS) || []) {
      const last = lines[lines.length - 1];
      if (last && isTooLong(last + word.trim())) lines.push("");
      for (const letter of word) {
        if (isTooLong(lines[lines.length - 1] + letter) && letter !== " ") lines.push("");
        lines[lines.length - 1] += letter;
      }
    }
    return lines;
  }

  // src/outputs/pen.js
  var COPIED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity"];
  var STYLED = "path, rect, circle, line";
  function makePen(canvas, ink) {
    const family = getComputedStyle(document.body).fontFamily;
    function setFont(size, isBold) {
      canvas.font = `${isBold ? "600 " : ""}${size}px ${family}`;
    }
    return {
      canvas,
      ink,
      setFont,
      /**
       * @param {string} words @param {number} x @param {number} y @param {number} size
       * @param {WriteOptions} [more]
       */
      write(words2, x3, y2, size, { isBold = false, colour = ink } = {}) {
        setFont(size, isBold);
        canvas.fillStyle = colour;
        canvas.fillText(words2, x3, y2);
      },
      /** A text in lines of the font that is set. @param {string} text @param {number} width */
      wrap: (text, width) => wrapped(text, (line2) => canvas.measureText(line2).width > width),
      /** @param {SVGSVGElement} svg @param {number} x @param {number} y @param {number} width @param {number} height */
      async draw(svg, x3, y2, width, height) {
        canvas.drawImage(await imageOf(svg, width, height), x3, y2, width, height);
      },
      /** A line from point to point. @param {[number, number][]} points */
      trace(points) {
        canvas.beginPath();
        for (const [x3, y2] of points) canvas.lineTo(x3, y2);
      }
    };
  }
  function imageOf(svg, width, height) {
    const copy = (
      /** @type {SVGSVGElement} */
      svg.cloneNode(true)
    );
    const to = copy.querySelectorAll(STYLED);
    svg.querySelectorAll(STYLED).forEach((from, i3) => {
      if (from.closest("pattern")) return;
      const style = getComputedStyle(from);
      for (const name of COPIED) to[i3].style.setProperty(name, style.getPropertyValue(name));
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", String(width));
    copy.setAttribute("height", String(height));
    copy.removeAttribute("style");
    const text = new XMLSerializer().serializeToString(copy);
    return new Promise((done, failed) => {
      const image = new Image();
      image.onload = () => done(image);
      image.onerror = failed;
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    });
  }

  // src/outputs/picture_legend.js
  var LEGEND_PX = 230;
  var WORDS_X = 38;
  var LINE_PX2 = 16;
  var GAP_PX2 = 6;
  var SIGN = { x: 3, y: 2, width: 24, height: 12 };
  async function drawLegend(page, pen, x3, y2) {
    const entries = [...byId("yz-legend").querySelectorAll("li")].filter(isSeen);
    let at = y2 + 14;
    pen.write(page.say("legend"), x3, y2, 13, { isBold: true });
    for (const entry2 of entries) at += await drawEntry(page, pen, entry2, x3, at);
  }
  function wordsOf(entry2) {
    var _a2;
    if (!entry2.classList.contains("parcel-head")) return ((_a2 = entry2.lastChild) == null ? void 0 : _a2.textContent) || "";
    return [...entry2.children].map(({ textContent }) => textContent).join(" ");
  }
  var isSeen = (entry2) => {
    var _a2;
    return ((_a2 = entry2.querySelector("input")) == null ? void 0 : _a2.checked) !== false;
  };
  async function drawEntry(page, pen, entry2, x3, y2) {
    const icon2 = entry2.querySelector("svg");
    const sample = entry2.querySelector(".sample");
    const height = icon2 ? Number(icon2.getAttribute("height")) : LINE_PX2;
    pen.setFont(12, false);
    const lines = pen.wrap(wordsOf(entry2), LEGEND_PX - WORDS_X - 2);
    lines.forEach((line2, index) => {
      pen.write(line2, x3 + WORDS_X, y2 + 13 + LINE_PX2 * index, 12);
    });
    if (sample) pen.write(sample.textContent || "", x3 + 8, y2 + 13, 13, { colour: page.theme.flag() });
    if (icon2 == null ? void 0 : icon2.querySelector('[fill^="url(#"]')) hatch(pen, page.data.zones[0].colour, x3, y2);
    else if (icon2) await pen.draw(icon2, x3, y2, 30, height);
    return Math.max(LINE_PX2 * lines.length, height) + GAP_PX2;
  }
  function hatch({ canvas, trace: trace2 }, colour, x3, y2) {
    canvas.save();
    canvas.strokeStyle = colour;
    canvas.strokeRect(x3 + SIGN.x, y2 + SIGN.y, SIGN.width, SIGN.height);
    canvas.beginPath();
    canvas.rect(x3 + SIGN.x, y2 + SIGN.y, SIGN.width, SIGN.height);
    canvas.clip();
    canvas.lineWidth = 2;
    for (let i3 = -12; i3 < 30; i3 += 6) {
      trace2([
        [x3 + i3, y2 + 16],
        [x3 + i3 + 16, y2]
      ]);
      canvas.stroke();
    }
    canvas.restore();
  }

  // src/outputs/picture.js
  var SCALE = 2;
  var MARGIN2 = 24;
  var HEAD_PX = 64;
  var FOOT_PX = 40;
  var LEAST_MAP_PX2 = 420;
  var NAME_PX = 114;
  var LINE_PX3 = 192;
  var NOTE_PX2 = 44;
  function makePicture(page) {
    const map2 = page.leaflet;
    const container = map2.getContainer();
    function drawings() {
      const panes = [...container.querySelectorAll(".leaflet-map-pane > .leaflet-pane")];
      const height = (pane) => Number(getComputedStyle(pane).zIndex) || 0;
      panes.sort((a2, b) => height(a2) - height(b));
      return panes.flatMap((pane) => [...pane.querySelectorAll("canvas, :scope > svg")]);
    }
    function shortened(pen, words2, width) {
      const lines = pen.wrap(words2, width);
      return lines.length > 2 ? [lines[0], `${lines[1]}…`] : lines;
    }
    function drawLabel(pen, node) {
      if (node.style.visibility === "hidden" || getComputedStyle(node).display === "none") return;
      const { canvas } = pen;
      const box2 = node.getBoundingClientRect();
      const isZone = node.classList.contains("zone-label");
      const x3 = box2.left + box2.width / 2;
      let y2 = box2.top + 12;
      canvas.textAlign = "center";
      canvas.lineWidth = 3;
      canvas.strokeStyle = page.theme.variable("--panel");
      canvas.fillStyle = isZone ? pen.ink : page.theme.variable("--ink2");
      [...node.querySelectorAll("span")].forEach((span, index) => {
        if (getComputedStyle(span).display === "none") return;
        pen.setFont(isZone ? 12 : 11, isZone && !index);
        for (const line2 of shortened(pen, span.textContent || "", span.className === "name" ? NAME_PX : LINE_PX3)) {
          canvas.strokeText(line2, x3, y2);
          canvas.fillText(line2, x3, y2);
          y2 += 15;
        }
      });
      canvas.textAlign = "left";
    }
    function drawScale(pen) {
      const bar3 = container.querySelector(".yz-scale .bar svg");
      if (!bar3) return;
      const { left, top, width, height } = bar3.getBoundingClientRect();
      const blocks = Number(bar3.getAttribute("data-blocks"));
      pen.canvas.fillStyle = page.theme.variable("--panel");
      pen.canvas.fillRect(left, top, width, height);
      pen.canvas.fillStyle = pen.ink;
      for (let block = 0; block < blocks; block += 2) {
        pen.canvas.fillRect(left + block * width / blocks, top, width / blocks, height);
      }
      pen.canvas.strokeStyle = pen.ink;
      pen.canvas.lineWidth = 1;
      pen.canvas.strokeRect(left, top, width, height);
      const [from, to] = [...container.querySelectorAll(".yz-scale .ends span")].map((end) => end.textContent || "");
      pen.write(from, left - 3, top - 5, 11);
      pen.write(to, left + width - 12, top - 5, 11);
      const [x3, y2] = [left - 26, top - 22];
      pen.trace([[x3 + 6, y2], [x3 + 11, y2 + 19], [x3 + 6, y2 + 15], [x3 + 1, y2 + 19]]);
      pen.canvas.fillStyle = pen.ink;
      pen.canvas.fill();
      pen.write(page.say("north"), x3, y2 + 32, 11);
    }
    function drawNote(pen) {
      var _a2;
      const { left, top } = container.getBoundingClientRect();
      (((_a2 = page.parcels) == null ? void 0 : _a2.lines()) || []).forEach((line2, index) => {
        const y2 = top + NOTE_PX2 + 18 * index;
        pen.setFont(12, false);
        pen.canvas.fillStyle = page.theme.variable("--panel");
        pen.canvas.fillRect(left + 12, y2 - 13, pen.canvas.measureText(line2).width + 12, 18);
        pen.write(line2, left + 18, y2, 12);
      });
    }
    async function drawMap(pen, size) {
      const { canvas } = pen;
      const frame = container.getBoundingClientRect();
      canvas.save();
      canvas.beginPath();
      canvas.rect(MARGIN2, HEAD_PX, size.x, size.y);
      canvas.clip();
      canvas.translate(MARGIN2 - frame.left, HEAD_PX - frame.top);
      for (const node of drawings()) {
        const { left, top, width, height } = node.getBoundingClientRect();
        if (node instanceof HTMLCanvasElement) canvas.drawImage(node, left, top, width, height);
        else await pen.draw(
          /** @type {SVGSVGElement} */
          node,
          left,
          top,
          width,
          height
        );
      }
      const labels = container.querySelectorAll(".zone-label, .cluster-label");
      for (const label of labels) drawLabel(pen, label);
      const edge = container.querySelector("canvas.yz-ground-edge");
      if (edge) canvas.drawImage(
        /** @type {HTMLCanvasElement} */
        edge,
        frame.left,
        frame.top,
        size.x,
        size.y
      );
      drawScale(pen);
      drawNote(pen);
      canvas.restore();
      canvas.strokeStyle = page.theme.variable("--hair");
      canvas.strokeRect(MARGIN2, HEAD_PX, size.x, size.y);
    }
    function sources2() {
      const { plan_version, yzgeo } = page.data.sources;
      const parts2 = [page.credits(), page.say("plan_version") + plan_version, `yzgeo ${yzgeo}`];
      if (page.state.basemap.name) parts2.push(page.say("no_tiles_in_picture"));
      return parts2.filter(Boolean).join(" · ");
    }
    async function draw() {
      const size = map2.getSize();
      const width = size.x + LEGEND_PX + 3 * MARGIN2;
      const height = Math.max(size.y, LEAST_MAP_PX2) + HEAD_PX + FOOT_PX;
      const quiet = page.theme.variable("--ink2");
      const canvas = document.createElement("canvas");
      canvas.width = width * SCALE;
      canvas.height = height * SCALE;
      const context = (
        /** @type {CanvasRenderingContext2D} */
        canvas.getContext("2d")
      );
      const pen = makePen(context, page.theme.variable("--ink"));
      context.scale(SCALE, SCALE);
      context.fillStyle = page.theme.variable("--outside");
      context.fillRect(0, 0, width, height);
      pen.write(page.text(page.data.title), MARGIN2, 32, 20, { isBold: true });
      const subtitle = `${viewName(page)} · ${page.text(page.data.subtitle)}`;
      pen.write(subtitle, MARGIN2, 52, 12, { colour: quiet });
      page.ground.sharpen(SCALE);
      await drawMap(pen, size);
      page.ground.sharpen(0);
      await drawLegend(page, pen, MARGIN2 * 2 + size.x, HEAD_PX + 12);
      pen.write(sources2(), MARGIN2, height - 14, 11, { colour: quiet });
      return canvas;
    }
    return {
      draw,
      async save() {
        const canvas = await draw();
        const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
        if (blob) save(blob, `${page.download.name()}.png`);
      }
    };
  }

  // src/outputs/print.js
  function makePrint(page) {
    const map2 = page.leaflet;
    let before = null;
    function fit2(bounds, isWhole) {
      map2.invalidateSize({ pan: false, animate: false });
      if (isWhole) page.map.home();
      else map2.fitBounds(bounds, { animate: false });
      page.map.refresh();
    }
    function prepare(paper) {
      if (before) return;
      const rule = document.createElement("style");
      rule.textContent = `@page { size: ${paper} landscape; margin: 10mm; }`;
      document.head.appendChild(rule);
      before = { bounds: map2.getBounds(), isWhole: page.map.isWhole(), rule };
      page.store.change({ printing: paper });
      fit2(before.bounds, before.isWhole);
      if (page.parcels) page.parcels.finish();
    }
    function restore() {
      if (!before) return;
      const { bounds, isWhole, rule } = before;
      before = null;
      document.head.removeChild(rule);
      page.store.change({ printing: null });
      fit2(bounds, isWhole);
    }
    async function print(paper) {
      prepare(paper);
      if (page.parcels) await page.parcels.settled();
      window.print();
    }
    window.addEventListener("beforeprint", () => prepare("A4"));
    window.addEventListener("afterprint", restore);
    return { prepare, restore, print };
  }

  // src/parts/dialog.js
  var PAPERS = ["A4", "A3"];
  var dialog = {
    id: "yz-dialog",
    attributes: (page) => ({ "aria-label": page.state.dialog ? page.say(page.state.dialog) : null }),
    content(page) {
      if (page.state.dialog === "print") return printing(page);
      return page.state.dialog === "download" ? taking(page) : null;
    }
  };
  function printing(page) {
    function submit(event) {
      event.preventDefault();
      const form = (
        /** @type {HTMLFormElement} */
        event.currentTarget
      );
      const paper = (
        /** @type {HTMLSelectElement} */
        form.querySelector("select").value
      );
      close(page);
      page.print.print(paper);
    }
    const papers = PAPERS.map((paper) => html`<option value=${paper}>${`${paper} ${page.say("landscape")}`}</option>`);
    return html`<form key="print" onSubmit=${submit}>
    <h2>${page.say("print")}</h2>
    <label>${`${page.say("paper")} `}<select>${papers}</select></label>
    <p class="meta">${page.say("print_note")}</p>
    <div class="buttons"><button type="submit" class="primary">${page.say("print")}</button>${cancel(page)}</div>
  </form>`;
  }
  function taking(page) {
    const lacking = page.download.lacking();
    function choice2(name, save2) {
      const act = () => {
        close(page);
        save2();
      };
      return html`<button type="button" class="primary" onClick=${act}>${page.say(name)}</button>`;
    }
    return html`<h2>${page.say("download")}</h2>
    <p>${page.say("selection") + page.download.selectionName()}</p>
    <p class="meta">${page.say("download_note")}</p>
    ${lacking ? html`<p class="empty">${lacking}</p>` : null}
    <div class="buttons">
      ${choice2("download_geojson", page.download.saveGeojson)}${choice2("download_csv", page.download.saveCsv)}${cancel(page)}
    </div>`;
  }
  function cancel(page) {
    return html`<button type="button" onClick=${() => close(page)}>${page.say("cancel")}</button>`;
  }
  function close(page) {
    page.store.change({ dialog: null });
  }

  // src/elements/popover.js
  var Popover = class extends x {
    state = { isOpen: false };
    root = (
      /** @type {import("preact").RefObject<HTMLElement>} */
      M()
    );
    /** @param {Event} event */
    left = (event) => {
      var _a2;
      if (this.state.isOpen && !((_a2 = this.root.current) == null ? void 0 : _a2.contains(
        /** @type {Node} */
        event.target
      )))
        this.setState({ isOpen: false });
    };
    componentDidMount() {
      document.addEventListener("pointerdown", this.left);
      document.addEventListener("focusin", this.left);
    }
    componentWillUnmount() {
      document.removeEventListener("pointerdown", this.left);
      document.removeEventListener("focusin", this.left);
    }
    /** @param {KeyboardEvent} event */
    pressed(event) {
      var _a2, _b2;
      if (event.key !== "Escape" || !this.state.isOpen) return;
      event.stopPropagation();
      this.setState({ isOpen: false });
      (_b2 = (_a2 = this.root.current) == null ? void 0 : _a2.querySelector("button")) == null ? void 0 : _b2.focus();
    }
    render() {
      const { id, name, label, isRight, isOn, children } = this.props;
      const { isOpen } = this.state;
      return html`<div class="popover" ref=${this.root} onKeyDown=${(event) => this.pressed(event)}>
      <button type="button" class=${isOn ? "button on" : "button"} aria-expanded=${String(isOpen)} aria-controls=${id} aria-label=${name}
        onClick=${() => this.setState({ isOpen: !isOpen })}>${label} ${icon("unfold")}</button>
      <div id=${id} class=${isRight ? "popover-box right" : "popover-box"} role="group" aria-label=${name} hidden=${!isOpen}>${isOpen ? children : null}</div>
    </div>`;
    }
  };

  // src/elements/slider.js
  var STEPS2 = 100;
  var BINS = 30;
  function stepOf2(most) {
    const rough = most / STEPS2;
    const power = 10 ** Math.floor(Math.log10(rough));
    const nice = [1, 2, 5, 10].find((one2) => one2 * power >= rough * 0.999) || 10;
    return nice * power;
  }
  function binsOf(values, most) {
    const bins = new Array(BINS).fill(0);
    for (const value2 of values) bins[Math.min(BINS - 1, Math.floor(BINS * value2 / most))] += 1;
    return bins;
  }
  function read2(text, factor) {
    return text.trim() === "" || !(Number(text) >= 0) ? null : clean(Number(text) / factor);
  }
  var clean = (value2) => +value2.toPrecision(10);
  function slider({
    name,
    unit: unit2,
    values,
    unstated: unstated2,
    factor,
    range: range3,
    limit = null,
    limitName = "",
    isDots,
    words: words2,
    change
  }) {
    const greatest = Math.max(...values.slice(0, 1e5), limit || 0);
    if (!(greatest > 0)) return null;
    const step = stepOf2(greatest * factor) / factor;
    const last = Math.ceil(clean(greatest / step));
    const most = last * step;
    const { from, to } = range3 || { from: null, to: null };
    const isNarrowed2 = from !== null || to !== null;
    const isKept = range3 ? range3.unstated : true;
    const low = from === null ? 0 : Math.min(last, from / step);
    const high = to === null ? last : Math.min(last, to / step);
    const share = (value2) => 100 * Math.min(value2, most) / most;
    function set2(nextFrom, nextTo, isSliding) {
      const isAll = nextFrom === null && nextTo === null;
      change(
        {
          from: nextFrom,
          to: nextTo,
          unstated: isAll || isNarrowed2 && isKept
        },
        isSliding
      );
    }
    function slide(end, isSliding) {
      return (event) => {
        const place = Number(
          /** @type {HTMLInputElement} */
          event.currentTarget.value
        );
        if (end === "from") set2(place <= 0 ? null : clean(Math.min(place, Math.floor(high)) * step), to, isSliding);
        else set2(from, place >= last ? null : clean(Math.max(place, Math.ceil(low)) * step), isSliding);
      };
    }
    function type(end) {
      return (event) => {
        const value2 = read2(
          /** @type {HTMLInputElement} */
          event.currentTarget.value,
          factor
        );
        const [least, greatest2] = end === "from" ? [value2, to] : [from, value2];
        const isCrossed = least !== null && greatest2 !== null && least > greatest2;
        set2(isCrossed && end === "to" ? null : least, isCrossed && end === "from" ? null : greatest2, false);
      };
    }
    function field(end) {
      const value2 = end === "from" ? from : to;
      const open = end === "from" ? "0" : String(+(greatest * factor).toFixed(2));
      const typed = value2 === null ? "" : String(clean(value2 * factor));
      const style = `width:${Math.max(2, (typed || open).length + 1)}ch`;
      return html`<input type="number" min="0" step="any" aria-label=${`${name} ${words2[end]} ${unit2}`} placeholder=${open}
      style=${style} value=${typed} onChange=${type(end)} />`;
    }
    function handle(end, place) {
      return html`<input type="range" min="0" max=${last} step="1" value=${Math.round(place)} aria-label=${`${name} ${words2[end]}`}
      aria-valuetext=${`${clean(Math.round(place) * step * factor)} ${unit2}`} onInput=${slide(end, true)} onChange=${slide(end, false)} />`;
    }
    const isIn = (value2) => (from === null || value2 >= from) && (to === null || value2 <= to);
    return html`<div class="slider" role="group" aria-label=${name}>
    <div class="slider-name"><span>${name}</span> ${field("from")}<span>–</span>${field("to")}<span>${unit2}</span>
      ${unstated2 ? html`<label><input type="checkbox" checked=${isKept} onChange=${() => change({ from, to, unstated: !isKept }, false)} />${words2.keep}</label>` : null}
    </div>
    <div class="slider-track">
      <svg aria-hidden="true">
        ${isDots ? dots(values, share, isIn, limit) : bars(values, most, isIn)}
      </svg>
      ${limit === null ? null : html`<span class="limit" title=${limitName} style=${`left:${share(limit)}%`}></span>`}
      <span class="rail"></span><span class="rail chosen" style=${`left:${100 * low / last}%;right:${100 - 100 * high / last}%`}></span>
      ${handle("from", low)}${handle("to", high)}
    </div>
  </div>`;
  }
  function bars(values, most, isIn) {
    const bins = binsOf(values, most);
    const tallest = Math.max(...bins);
    return bins.map((count, place) => {
      if (!count) return null;
      const height = Math.max(5, 100 * count / tallest);
      const look = isIn((place + 0.5) * most / BINS) ? "in" : "out";
      return html`<rect x=${`${100 * place / BINS}%`} y=${`${100 - height}%`} width=${`${92 / BINS}%`} height=${`${height}%`} class=${look} />`;
    });
  }
  function dots(values, share, isIn, limit) {
    return values.map((value2) => {
      const isBelow = limit !== null && value2 < limit;
      const look = `${isIn(value2) ? "in" : "out"} ${isBelow ? "open" : "full"}`;
      return html`<circle cx=${`${share(value2)}%`} cy="55%" r="3.6" class=${look} />`;
    });
  }

  // src/parts/filter.js
  var MOST_SEGMENTS = 3;
  var MOST_DOTS = 60;
  var NARROW = window.matchMedia("(max-width: 860px)");
  var CHOICES_OF = {
    projects: ["zones", "classes", "lists"],
    parks: ["zones"],
    zones: ["zones"],
    findings: ["zones", "severities"],
    parcels: ["zones"]
  };
  var MORE_CHOICES = ["towns", "evidence"];
  var filter = {
    id: "yz-filter",
    attributes: (page) => ({
      hidden: page.view.layout !== "table" && !isNarrowed(page.state),
      "aria-label": page.say("filter")
    }),
    content(page) {
      if (page.view.layout !== "table") return isNarrowed(page.state) ? line(page) : null;
      const kind = page.table.kind();
      const choices = CHOICES_OF[kind] || [];
      const isProjects = kind === "projects";
      return html`<details class="filter-fold" open=${!NARROW.matches}>
        <summary>${page.say("filter")}</summary>
        <div class="filter-parts">
          ${choices.map((name) => choice(page, name))}
          ${isProjects ? range2(page, "investment") : null}
          ${isProjects ? range2(page, "ratio") : null}
          ${isProjects ? more(page) : null}
          ${isHidden(page, kind) ? html`<p class="told"><span>${page.say("filtered")}</span>${words(page)}</p>` : null}
        </div>
      </details>
      <div class="filter-tools">${clearButton(page)}${take2(page, "save_csv", page.table.saveCsv)}${take2(page, "save_xlsx", page.table.saveXlsx)}</div>`;
    }
  };
  function isHidden(page, kind) {
    if (kind !== "projects") return isNarrowed(page.state);
    const { filter: wanted } = page.state;
    return wanted.severities.length > 0 || isMore(wanted);
  }
  function isMore(wanted) {
    return wanted.land !== null || MORE_CHOICES.some((name) => wanted[name].length);
  }
  function line(page) {
    const told = words(page);
    return html`<p class="told" title=${told}><span>${page.say("filtered")}</span>${told}</p>${clearButton(page)}`;
  }
  function clearButton(page) {
    return html`<button type="button" class="button clear" disabled=${!isNarrowed(page.state)} onClick=${() => clear(page)}>
    ${icon("close")} ${page.say("clear")}
  </button>`;
  }
  function take2(page, name, act) {
    const label = page.say("save_rows").replace("%d", page.numbers.grouped(page.table.rows().length)) + page.say(name);
    return html`<button type="button" class="button" data-save=${name} aria-label=${label} title=${label} onClick=${act}>${icon("download")} ${page.say(name)}</button>`;
  }
  function toggle(page, name, value2) {
    page.store.change({ filter: toggled(page.state.filter, name, value2) });
  }
  function counter(page, name) {
    const { data, state } = page;
    const counts = /* @__PURE__ */ new Map();
    const add = (value2) => counts.set(value2, (counts.get(value2) || 0) + 1);
    if (name === "severities") for (const { severity } of data.findings) add(severity);
    else for (const project of data.projects) if (isWanted(state, project, name)) valuesOf(project, name).forEach(add);
    return (value2) => counts.get(value2) || 0;
  }
  function choice(page, name) {
    const values = valuesIn(page, name);
    if (values.length < 2) return null;
    const title = page.say(`filter_${name}`);
    const isFew = name === "severities" || name === "lists" && values.length <= MOST_SEGMENTS;
    return html`<div class="filter-part" key=${name}><span class="filter-name" aria-hidden="true">${title}</span>${isFew ? segments(page, name, values) : many(page, name, values)}</div>`;
  }
  function shortName(page, name, value2) {
    if (name !== "lists" || value2 !== "under_construction" && value2 !== "planned") return nameOf(page, name, value2);
    return page.say(`list_${value2}`);
  }
  function segments(page, name, values) {
    const chosen = page.state.filter[name];
    const count = counter(page, name);
    const set2 = (next) => page.store.change({ filter: { ...page.state.filter, [name]: next } });
    return html`<div class="segments" role="group" aria-label=${page.say(`filter_${name}`)}>
    <button type="button" aria-pressed=${String(!chosen.length)} onClick=${() => set2([])}>${page.say("all")}</button>
    ${values.map(
      (value2) => html`<button key=${value2} type="button" aria-pressed=${String(chosen.includes(value2))} data-value=${value2} onClick=${() => set2(chosen.length === 1 && chosen[0] === value2 ? [] : [value2])}>${`${shortName(page, name, value2)} ${count(value2)}`}</button>`
    )}
  </div>`;
  }
  function many(page, name, values) {
    const chosen = page.state.filter[name];
    const title = page.say(`filter_${name}`);
    const all = page.say(name === "classes" ? "all_classes" : "all_of").replace("%d", String(name === "zones" ? page.data.zones.length : values.length));
    const names = chosen.map((value2) => nameOf(page, name, value2)).join(page.lang === "zh" ? "、" : ", ");
    const label = html`<span class="chosen-names">${chosen.length ? names : all}</span>`;
    return html`<${Popover} id=${`yz-filter-${name}`} name=${`${title} ${chosen.length ? names : all}`} label=${label} isOn=${chosen.length > 0}>${boxes(page, name, values)}<//>`;
  }
  function boxes(page, name, values) {
    const chosen = page.state.filter[name];
    const count = counter(page, name);
    const isCounted = page.table.kind() === "projects";
    return html`<ul class="choices">${values.map((value2) => {
      const zone = name === "zones" && page.data.zones.find((one2) => one2.zone_id === value2);
      const dot2 = zone ? html`<span class="zone-dot" style=${`background:${page.theme.tint(zone.colour)}`}></span>` : null;
      return html`<li key=${value2}><label><input type="checkbox" data-value=${value2} checked=${chosen.includes(value2)} onChange=${() => toggle(page, name, value2)} />
      ${dot2}<span class="grow">${nameOf(page, name, value2)}</span>${isCounted ? html`<span class="meta">${count(value2)}</span>` : null}</label></li>`;
    })}</ul>`;
  }
  function range2(page, name) {
    const { data, state } = page;
    const all = data.projects.map((project) => figureOf(project, name));
    if (all.every((value2) => value2 === null)) return null;
    const unstated2 = all.filter((value2) => value2 === null).length;
    const values = all.flatMap((value2) => value2 ?? []);
    const limit = name === "ratio" ? data.ratio.asked : null;
    return html`<div class="filter-part wide" key=${name} data-range=${name}>${slider({
      name: page.say(`filter_${name}`),
      unit: page.say(`unit_${name}`).trim(),
      values,
      unstated: unstated2,
      factor: factorOf2(page, name),
      range: state.filter[name],
      limit,
      limitName: limit === null ? "" : page.say("asked_ratio").replace("%d", page.numbers.grouped(limit)),
      isDots: name === "ratio" && values.length <= MOST_DOTS,
      words: {
        all: page.say("all"),
        from: page.say("from_value"),
        to: page.say("to_value"),
        keep: page.say("keep_unstated").replace("%d", String(unstated2))
      },
      change: (next, isSliding) => page.store.change({ filter: ranged(page.state.filter, name, next), isSliding })
    })}</div>`;
  }
  function more(page) {
    const isOn = isMore(page.state.filter);
    const parts2 = MORE_CHOICES.filter((name) => valuesIn(page, name).length > 1);
    return html`<div class="filter-part"><span class="filter-name" aria-hidden="true"> </span><${Popover} id="yz-filter-more" name=${page.say("more")} label=${page.say("more")} isOn=${isOn}>
    ${range2(page, "land")}
    ${parts2.map((name) => html`<fieldset key=${name}><legend>${page.say(`filter_${name}`)}</legend>${boxes(page, name, valuesIn(page, name))}</fieldset>`)}
  <//></div>`;
  }

  // src/parts/findings.js
  var SEVERITIES2 = ["error", "warning", "info"];
  var findings = {
    id: "yz-findings",
    attributes: (page) => ({
      open: page.state.folds["yz-findings"] || Boolean(page.state.printing && page.state.view === "findings")
    }),
    content(page) {
      const total3 = page.data.rules.reduce((sum2, rule) => sum2 + rule.count, 0);
      const flagged = page.data.rules.filter((rule) => rule.count);
      const others = page.data.rules.filter((rule) => !rule.count);
      return html`<summary>${`${page.say("findings")} ${page.numbers.grouped(total3)}`}</summary>
      <div>
        ${flagged.length ? severities(page) : html`<p class="empty">${page.say("findings_none")}</p>`}
        ${flagged.map((rule) => group(page, rule))}
        ${others.length ? html`<h2>${page.say("rules_other")}</h2>` : null}
        ${others.map((rule) => group(page, rule))}
        ${gaps(page)} ${proofreading(page)}
      </div>`;
    }
  };
  function severities(page) {
    const { severities: names, severity_counts: counts } = page.data;
    const shown = SEVERITIES2.filter((name) => counts[name]);
    return html`<p class="meta counts">
    ${shown.map((name) => {
      const words2 = `${page.text(names[name])} ${page.numbers.grouped(counts[name] || 0)}`;
      return html`<span class=${`severity ${name}`}>${words2}</span>`;
    })}
  </p>`;
  }
  function group(page, rule) {
    const { state, numbers } = page;
    const isOpen = state.rule === rule.rule || Boolean(state.printing && state.view === "findings");
    const findingsOfRule = page.data.findings.filter((finding) => finding.rule === rule.rule);
    const information = rule.count - rule.flagged;
    const toggle2 = () => page.store.change({ rule: isOpen ? null : rule.rule, view: "findings" });
    return html`<div key=${rule.rule} class=${classes("rule", isOpen && "open")}>
    <button type="button" class="rule-row" aria-expanded=${String(isOpen)} data-rule=${rule.rule} onClick=${toggle2}>
      <span class="grow">${page.text(rule.title)}</span>
      ${rule.flagged ? html`<span class="flag">${`⚑ ${numbers.grouped(rule.flagged)}`}</span>` : null}
      ${information ? html`<span class="meta">${`${page.text(page.data.severities.info)} ${numbers.grouped(information)}`}</span>` : null}
      ${rule.count ? null : html`<span class="meta">${page.text(page.data.statuses[rule.status])}</span>`}
    </button>
    ${isOpen ? unfolded(page, rule, findingsOfRule) : null}
  </div>`;
  }
  function unfolded(page, rule, findingsOfRule) {
    const reason = page.text(rule.reason);
    return html`${chips(page, rule.clauses)}
    ${reason ? html`<p class="meta">${reason}</p>` : null}
    ${findingsOfRule.map((finding) => findingBlock(page, finding, "subject"))}
    ${rule.untold ? html`<p class="empty">${page.say("untold") + page.numbers.grouped(rule.untold)}</p>` : null}`;
  }
  function gaps(page) {
    const { gaps: lacking } = page.data;
    if (!lacking.length) return null;
    return html`<h2>${page.say("gaps")} ${page.numbers.grouped(lacking.length)}</h2>
    <p class="meta">${page.say("gaps_note")}</p>
    <ul class="gaps">
      ${lacking.map((gap) => html`<li>${page.text(gap.message)} <span class="meta">${page.text(gap.remedy)}</span></li>`)}
    </ul>`;
  }
  function proofreading(page) {
    const { proofreading: misprints } = page.data;
    if (!misprints.length) return null;
    return html`<h2>${page.say("proofreading")} ${page.numbers.grouped(misprints.length)}</h2>
    <p class="meta">${page.say("proofreading_note")}</p>
    <ul class="gaps">
      ${misprints.map(
      (one2) => html`<li>
            ${page.text(one2.place)} …${one2.printed}… ${page.say("perhaps")} <b>${one2.suspected}</b>
            <span class="meta">${page.text(one2.reason)}</span>
          </li>`
    )}
    </ul>`;
  }

  // src/parts/hands.js
  var MEASURES = ["length", "area"];
  function toggleFullScreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    Promise.resolve(done).catch(() => {
    });
  }
  function hand(name, sign3, words2, act, isPressed) {
    const pressed = isPressed === void 0 ? void 0 : String(isPressed);
    return html`<button key=${name} type="button" data-tool=${name} aria-pressed=${pressed} onClick=${act}>${icon(sign3)}<span>${words2}</span></button>`;
  }
  function lens(page, parcels2) {
    const isOn = parcels2.isEnlarged();
    return hand("lens", "search", page.say("lens"), () => page.store.change({ lens: !isOn }), isOn);
  }
  var hands = {
    id: "yz-hands",
    attributes: (page) => ({ "aria-label": page.say("map_tools") }),
    content(page) {
      const { leaflet: map2 } = page;
      return [
        html`<div class="group" key="zoom">
        ${hand("zoom-in", "plus", page.say("zoom_in"), () => map2.zoomIn())}
        ${hand("zoom-out", "minus", page.say("zoom_out"), () => map2.zoomOut())}
        ${hand("whole", "whole", page.say("whole_short"), page.map.home)}
        ${page.parcels && page.state.shown.parcels ? lens(page, page.parcels) : null}
      </div>`,
        html`<div class="group" key="measure">
        ${MEASURES.map((mode) => {
          const isPressed = page.state.measure.mode === mode;
          return hand(`measure-${mode}`, mode, page.say(`measure_${mode}`), () => page.measure.toggle(mode), isPressed);
        })}
        ${hand("picture", "picture", page.say("picture"), () => page.picture.save())}
        ${document.fullscreenEnabled ? hand("full", "whole", page.say("full_screen"), toggleFullScreen) : null}
      </div>`
      ];
    }
  };

  // src/parts/head.js
  var BETWEEN = /(\u3000| · )/;
  var head = [
    { id: "yz-skip", content: (page) => page.say("skip") },
    { id: "yz-title", content: (page) => page.text(page.data.title) },
    { id: "yz-short", content: (page) => page.text(page.data.title) },
    {
      id: "yz-subtitle",
      content(page) {
        const parts2 = page.text(page.data.subtitle).split(BETWEEN);
        return parts2.map((part, index) => index % 2 ? part : html`<span class="part">${part}</span>`);
      }
    },
    {
      id: "yz-lang",
      attributes: (page) => ({ lang: page.lang === "zh" ? "en" : "zh" }),
      content: (page) => page.say("language")
    }
  ];
  var bar = { id: "yz-bar", attributes: (page) => ({ "aria-label": page.say("views") }) };

  // src/parts/imprint.js
  function today() {
    const now = /* @__PURE__ */ new Date();
    const parts2 = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    return [now.getFullYear(), ...parts2].join("-");
  }
  var imprint = {
    id: "yz-imprint",
    content(page) {
      if (!page.state.printing) return null;
      const { plan_version, unlocated_projects, yzgeo } = page.data.sources;
      const parts2 = [
        viewName(page),
        page.say("printed_from") + page.text(page.data.title) + page.bracketed(plan_version),
        unlocated_projects ? `${page.say("unlocated")} ${unlocated_projects}` : "",
        page.say("printed_on") + today(),
        `yzgeo ${yzgeo}`
      ];
      return parts2.filter(Boolean).map((part) => html`<span>${part}</span>`);
    }
  };

  // src/elements/basemap_choice.js
  var BASEMAPS = ["", "OpenStreetMap", "tianditu", "gaode"];
  function basemap(page) {
    const { name: chosen } = page.state.basemap;
    const options = BASEMAPS.map((name) => {
      const words2 = name === "OpenStreetMap" ? name : page.say(
        /** @type {TextKey} */
        `basemap_${name || "none"}`
      );
      return html`<option value=${name}>${words2}</option>`;
    });
    const choose = (event) => {
      page.basemaps.choose(
        /** @type {HTMLSelectElement} */
        event.currentTarget.value
      );
    };
    return html`<fieldset>
    <legend>${page.say("basemap")}</legend>
    <select aria-label=${page.say("basemap")} value=${chosen} onChange=${choose}>${options}</select>
    ${keyForm(page, chosen !== "tianditu")}
    <p class="meta">${page.say("basemap_note")}</p>
  </fieldset>`;
  }
  function keyForm(page, isHidden2) {
    const submit = (event) => {
      event.preventDefault();
      const form = (
        /** @type {HTMLElement} */
        event.currentTarget
      );
      page.basemaps.use(
        /** @type {HTMLInputElement} */
        form.querySelector("input").value.trim()
      );
    };
    return html`<form class="key-form" hidden=${isHidden2} onSubmit=${submit}>
    <label>${page.say("tianditu_key")}<input type="text" autocomplete="off" id="yz-tianditu-key" value=${page.state.basemap.key} /></label>
    <button type="submit">${page.say("use_key")}</button>
    <p class="meta">${page.say("tianditu_note")}</p>
  </form>`;
  }

  // src/elements/layer_signs.js
  var WIDTH = 26;
  var HEIGHT = 18;
  var GAP_PX3 = 8;
  var LEAST_WORDS_PX = 15;
  var DRAWINGS = {
    zones(page) {
      const zone = page.data.zones[0];
      const style = { fill: page.theme.tint(zone.colour) };
      if (page.data.bases.includes("official") && !page.data.bases.includes("schematic")) {
        const line2 = { ...style, "fill-opacity": 0.5, stroke: page.theme.tint(zone.colour), "stroke-width": 1.5 };
        return html`<rect x="2" y="2" width="22" height="14" style=${line2} />`;
      }
      const coat = { ...style, "fill-opacity": 0.16 };
      const coats = [9, 7.5, 6, 4.5, 3].map((r2) => html`<ellipse cx="13" cy="9" rx=${1.4 * r2} ry=${r2} style=${coat} />`);
      const cross = { stroke: page.theme.shade(zone.colour), "stroke-width": 2 };
      return html`${coats}<path d="M9 9h8M13 5v8" style=${cross} />`;
    },
    projects: () => html`<circle class="sign none" cx="13" cy="9" r="7" /><path class="sign full" d=${wedge(13, 9, 7, 0.5)} />`,
    parks: () => html`<rect class="sign none" x="8" y="4" width="10" height="10" />`,
    findings: () => html`<rect class="sign flagged" x="4" y="1" width="18" height="16" rx="3" /><path class="mark-line" d="M13 5v5M13 12.5v1.5" />`,
    parcels: () => html`<path class="sign full" d="M5 4h8v9H5Z" /><path class="sign none" d="M15 5h7v8h-7Z" />`,
    water: () => html`<rect class="sign water" x="3" y="3" width="20" height="12" />`,
    rail: () => html`<path class="sign rail" d="M1 9h24" /><circle class="sign station" cx="13" cy="9" r="3" />`,
    roads: () => html`<path class="sign rail" d="M1 6h24M1 12h24" />`,
    towns: () => html`<circle class="sign none" cx="13" cy="9" r="3" />`,
    places: () => html`<circle class="sign none" cx="13" cy="9" r="3" />`,
    neighbours: () => html`<rect class="sign outside" x="2" y="3" width="22" height="12" /><path class="sign border" d="M2 9h22" />`,
    relief: () => html`<path class="sign outside" d="M2 15 10 4l5 6 3-3 6 8Z" />`
  };
  function sign(page, name) {
    const drawing = DRAWINGS[name](page);
    return html`<svg width=${WIDTH} height=${HEIGHT} viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">${drawing}</svg>`;
  }
  function sizes(page) {
    const { factor, most } = page.map.sizes();
    if (!most) return null;
    const amounts = samples(most);
    const radii = amounts.map((amount) => radiusOf(amount, factor));
    const height = 2 * radii[0] + 3;
    const words2 = withoutUnits(amounts.map(page.view.amount || ((amount) => page.numbers.money(amount))));
    return html`<ul class="sizes">${radii.map((r2, index) => {
      const width = Math.max(2 * r2, LEAST_WORDS_PX) + GAP_PX3;
      return html`<li><svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true"><circle
      class="sign none" cx=${width / 2} cy=${height - r2 - 1.5} r=${r2} /></svg><span>${words2[index]}</span></li>`;
    })}</ul>`;
  }
  function withoutUnits(words2) {
    const parts2 = words2.map((one2) => /^([\d.,]+) (.*)$/.exec(one2));
    const isOne = parts2.every((part) => {
      var _a2;
      return part && part[2] === ((_a2 = parts2[0]) == null ? void 0 : _a2[2]);
    });
    return words2.map((one2, index) => {
      var _a2;
      return isOne && index < words2.length - 1 ? (_a2 = parts2[index]) == null ? void 0 : _a2[1] : one2;
    });
  }

  // src/elements/parcel_legend.js
  var ORDER = ["solid", "hatch", "open", "dashed"];
  function sign2(pattern) {
    const box2 = html`<rect x="8" y="1.5" width="13" height="13" class=${pattern === "solid" ? "sign full" : "sign none"} stroke-dasharray=${pattern === "dashed" ? "3 2.4" : void 0} />`;
    const lines = html`<path d="M8 7.5l6-6M8 14.5l13-13M15 14.5l6-6" class="sign none" />`;
    return html`<svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true">${box2}${pattern === "hatch" ? lines : null}</svg>`;
  }
  function parcelLegend(page) {
    const { parcels: parcels2, numbers, state } = page;
    if (!parcels2) return [];
    const { hidden } = state.parcelChoice;
    const statuses = [...parcels2.statuses].sort((a2, b) => ORDER.indexOf(a2.pattern) - ORDER.indexOf(b.pattern));
    function set2(code, isOn) {
      const others = hidden.filter((one2) => one2 !== code);
      page.store.change({ parcelChoice: { ...state.parcelChoice, hidden: isOn ? others : [...others, code] } });
    }
    const total3 = statuses.reduce((sum2, { count }) => sum2 + count, 0);
    const rows = statuses.map(({ code, label, pattern, count }) => {
      const isOn = !hidden.includes(code);
      const check = (event) => set2(
        code,
        /** @type {HTMLInputElement} */
        event.currentTarget.checked
      );
      return html`<li key=${`parcels-${code}`} class=${isOn ? "parcel-row on" : "parcel-row off"}><label>
      <input type="checkbox" data-status=${code} checked=${isOn} onChange=${check} />${sign2(pattern)}
      <span class="words">${page.text(label)}</span><span class="number"> ${numbers.parcels(count)}</span>
    </label></li>`;
    });
    const undrawn = page.say("parcels_undrawn").replace("%n", numbers.parcels(parcels2.undrawn));
    return [
      html`<li key="parcels" class="parcel-head"><span><b>${page.say("parcels")} ${numbers.grouped(total3)}</b></span>
      ${page.invented() ? html`<span class="invented">${page.say("invented_short")}</span>` : null}</li>`,
      ...rows,
      parcels2.undrawn ? html`<li key="undrawn" class="meta"><span>${undrawn}</span></li>` : null
    ];
  }

  // src/parts/legend.js
  var PLAN = [
    ["zones", zoneWords],
    ["projects", projectWords]
  ];
  var SMALL = ["parks", "findings", "parcels", "water", "rail", "roads", "towns", "places", "neighbours", "relief"];
  var legend = {
    id: "yz-legend",
    attributes: (page) => ({ open: page.state.folds["yz-legend"] || page.state.printing !== null }),
    content(page) {
      const isLedger = page.parcels !== null && page.state.shown.parcels;
      const entries = [...isLedger ? parcelLegend(page) : [], ...page.view.legend(), ...ofState(page)];
      const signs = html`<ul class="signs" key=${page.state.view}>${entries.filter(Boolean)}</ul>`;
      const isFolded = isLedger && page.state.view === "land";
      return html`<summary>${page.say("legend")}</summary>
      ${isFolded ? signs : null}
      <div id="yz-layers">${isFolded ? fold(page, "yz-layer-list", page.say("layers"), layers(page), true) : layers(page)}</div>
      ${isFolded ? null : signs}`;
    }
  };
  function layers(page) {
    return html`<ul class="rows">${PLAN.filter(([name]) => has(page, name)).map(([name, words2]) => wide(page, name, words2(page)))}</ul>
    ${page.state.shown.projects && has(page, "projects") ? sizes(page) : null}
    <ul class="rows small">${SMALL.filter((name) => has(page, name)).map((name) => small(page, name))}</ul>
    ${page.state.printing ? null : fold(page, "yz-more", page.say("more_layers"), more2(page))}`;
  }
  function countOf({ data, map: map2 }, name) {
    if (name === "zones") return data.zones.filter(({ key }) => map2.byKey[key]).length;
    if (name === "projects") return data.projects.filter(({ located }) => located).length;
    if (name === "parks") return new Set(data.sites.flatMap(({ parks: parks3 }) => parks3)).size;
    if (name === "findings") return data.rules.reduce((sum2, { flagged }) => sum2 + flagged, 0);
    return null;
  }
  function has(page, name) {
    if (name === "places") return !page.ground && page.data.places.length > 0;
    return name in page.state.shown && countOf(page, name) !== 0;
  }
  function zoneWords(page) {
    const { bases } = page.data;
    const [soft, sharp] = [bases.includes("schematic"), bases.includes("official")];
    return [page.say(soft && sharp ? "legend_both" : soft ? "legend_soft" : "legend_sharp")];
  }
  function projectWords(page) {
    const isWeak = page.data.sites.some(({ projects: projects3 }) => projects3.some(({ weak }) => weak));
    return [isWeak ? page.say("legend_weak") : "", isNarrowed(page.state) ? page.say("legend_ghost") : ""].filter(
      Boolean
    );
  }
  function nameOf2(page, name) {
    if (name === "projects" && !page.data.projects.some(({ list: list5 }) => list5 === "planned")) {
      return page.say("legend_projects_alone");
    }
    if (name === "parcels") return page.say("parcels");
    return name === "uncertainty" ? page.say("uncertainty") : page.say(
      /** @type {TextKey} */
      `legend_${name}`
    );
  }
  function box(page, name) {
    const set2 = (event) => {
      const { checked } = (
        /** @type {HTMLInputElement} */
        event.currentTarget
      );
      page.store.change({ shown: { ...page.state.shown, [name]: checked } });
    };
    return html`<input type="checkbox" data-layer=${name} checked=${page.state.shown[name]} onChange=${set2} />`;
  }
  function wide(page, name, words2) {
    return html`<li key=${name} class=${page.state.shown[name] ? "on" : "off"}><label>${box(page, name)}${sign(page, name)}
    <span class="words">${nameOf2(page, name)}${words2.map((line2) => html`<small>${line2}</small>`)}</span>
    <span class="number">${countOf(page, name)}</span></label></li>`;
  }
  function small(page, name) {
    const count = countOf(page, name);
    const words2 = count === null ? nameOf2(page, name) : `${nameOf2(page, name)} ${count}`;
    return html`<li key=${name} class=${page.state.shown[name] ? "on" : "off"}><label>${box(page, name)}${sign(page, name)}
    <span class="words">${words2}</span></label></li>`;
  }
  function more2(page) {
    const rows = page.data.places.length ? html`<ul class="rows"><li><label>${box(page, "uncertainty")}<span class="words">${page.say("uncertainty")}</span></label></li></ul>` : null;
    return html`${rows}${basemap(page)}`;
  }

  // src/parts/list.js
  var list2 = {
    id: "yz-list",
    attributes: (page) => ({ "aria-labelledby": `yz-tab-${page.state.view}` })
  };
  var viewList = {
    id: "yz-view",
    content: (page) => html`<${$} key=${page.state.view}>${page.view.list()}<//>`
  };

  // src/parts/messages.js
  var notice = {
    id: "yz-notice",
    attributes: (page) => ({ hidden: page.state.notice === null }),
    content: (page) => page.state.notice ? page.text(page.state.notice.words) : ""
  };
  var measured = {
    id: "yz-measure",
    attributes: (page) => ({ hidden: page.state.measure.mode === null }),
    content(page) {
      const { mode } = page.state.measure;
      if (!mode) return null;
      return html`<span>${page.measure.result() || page.say(`measure_${mode}_how`)}</span>
      <button type="button" onClick=${page.measure.stop}>${page.say("close")}</button>`;
    }
  };

  // src/elements/bar.js
  function naming(name) {
    return name ? { role: "img", "aria-label": name } : { "aria-hidden": "true" };
  }
  var MARK_WIDTH = 0.6;
  function bar2(parts2, most, { name = "", mark } = {}) {
    let x3 = 0;
    const rects = parts2.map((part) => {
      const width = most ? 100 * part.value / most : 0;
      const from = x3;
      x3 += width;
      return html`<rect x=${from} y="0" width=${width} height="8" fill=${part.colour} fill-opacity=${part.pale ? 0.35 : 1} />`;
    });
    const markAt = mark === void 0 ? null : Math.min(100 * mark / most, 100 - MARK_WIDTH);
    return html`<svg class="bar-chart" viewBox="0 0 100 8" preserveAspectRatio="none" ...${naming(name)}>
    <rect x="0" y="0" width="100" height="8" class="ground" />
    ${rects}
    ${markAt !== null && html`<rect x=${markAt} y="0" width=${MARK_WIDTH} height="8" class="mark" />`}
  </svg>`;
  }
  function largest(values) {
    return Math.max(...values, 1e-9);
  }

  // src/elements/stamp.js
  var reckoned = /* @__PURE__ */ new WeakMap();
  function outlines(page) {
    const before = reckoned.get(page.data);
    if (before) return before;
    const [[south, west], [north2, east2]] = page.data.bounds;
    const shrink = Math.cos((south + north2) / 2 * Math.PI / 180);
    const scale = 100 / ((east2 - west) * shrink);
    function ring(points) {
      const words2 = [];
      for (const [x3, y2] of points) {
        const word = `${((x3 - west) * shrink * scale).toFixed(1)} ${((north2 - y2) * scale).toFixed(1)}`;
        if (word !== words2[words2.length - 1]) words2.push(word);
      }
      return `M${words2.join("L")}Z`;
    }
    function path(shape) {
      const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
      return polygons.map((polygon) => polygon.map(ring).join("")).join("");
    }
    const paths = { height: (north2 - south) * scale, zones: {}, district: "" };
    for (const shape of shapesOf(page.layers.district)) paths.district += path(shape.feature.geometry);
    for (const shape of shapesOf(page.layers.zones)) {
      paths.zones[shape.feature.properties.zone_id] = path(shape.feature.geometry);
    }
    reckoned.set(page.data, paths);
    return paths;
  }
  function shapesOf(layer) {
    const shapes = (
      /** @type {DrawnShape[]} */
      /** @type {unknown} */
      layer.getLayers()
    );
    return shapes.filter((shape) => /Polygon$/.test(shape.feature.geometry.type));
  }
  function stamp(page, zoneIds, isShared, name) {
    const { height, zones: zones2, district } = outlines(page);
    const outlined = page.data.zones.filter((zone) => zones2[zone.zone_id]);
    return html`<svg class="stamp" viewBox=${`-1 -1 102 ${height + 2}`} ...${naming(name)}>
    <path d=${district} class="district" />
    ${outlined.map(({ zone_id, colour }) => {
      const leads = zoneIds.includes(zone_id);
      const fill = isShared ? `url(#yz-hatch-${zone_id})` : colour;
      return html`<path key=${zone_id} d=${zones2[zone_id]} class=${classes(leads ? "leads" : "other")}
        fill=${leads ? fill : "none"} stroke=${leads ? colour : ""} />`;
    })}
  </svg>`;
  }

  // src/elements/tables.js
  function factBlock(page, { label, value: value2, sources: sources2, kept }) {
    return html`<div class=${classes("fact", kept === false && "broken")}>
    <div class="label">${page.text(label)}</div>
    <div class="value">${page.text(value2)}</div>
    ${chips(page, sources2 || [])}
  </div>`;
  }
  function cellContent(page, { key, text }) {
    if (key && hasOwn(page.data.subjects, key)) return namedLink(page, key, page.text(text));
    return html`<span>${page.text(text)}</span>`;
  }
  function tableRow(page, { cells, sources: sources2 }, columns) {
    return html`<tr>
    ${cells.map((cell4, index) => {
      const column = index && columns[index] ? page.text(columns[index]) : void 0;
      return html`<td class=${index ? void 0 : "first"} data-column=${column}>
        ${cellContent(page, cell4)}${!index && sources2.length ? chips(page, sources2) : null}
      </td>`;
    })}
  </tr>`;
  }
  function rowsBlock(page, rows, columns) {
    const heads = columns.map((column) => html`<th scope="col">${page.text(column)}</th>`);
    return html`<table>
    ${columns.length ? html`<thead><tr>${heads}</tr></thead>` : null}
    <tbody>${rows.map((row) => tableRow(page, row, columns))}</tbody>
  </table>`;
  }
  function tableBlock(page, table) {
    const { rows, columns, below, empty } = table;
    const missing = empty ? note(page.text(empty)) : null;
    return html`<section class="joined" data-topic=${table.topic}>
    <h3>${page.text(table.title)}</h3>
    ${(table.note || []).map((fact) => factBlock(page, fact))}
    ${rows.length ? rowsBlock(page, rows, columns) : missing}
    ${(below == null ? void 0 : below.length) ? html`<p class="meta">${page.say("identified_in_plan")}</p>${rowsBlock(page, below, [])}` : null}
  </section>`;
  }

  // src/elements/zone_sheet.js
  var LISTINGS = ["industries", "parks"];
  var MEASURED = /^area_|^projects$|^recovery$/;
  function zoneSheet(page, subject, zoneId, facts, findings4) {
    const measured2 = page.data.measures.filter(({ by_zone }) => by_zone[zoneId]);
    const told = new Set(measured2.filter(({ id }) => MEASURED.test(id)).map(({ title }) => title.zh));
    const rest = facts.filter(({ label }) => !told.has(label.zh));
    const listings = subject.tables.filter(({ topic }) => LISTINGS.includes(String(topic)));
    const others = subject.tables.filter(({ topic }) => !LISTINGS.includes(String(topic)));
    return html`${measureFacts(page, zoneId)} ${findings4}
    <div class="listings">${listings.map((table) => tableBlock(page, table))}</div>
    ${others.map((table) => tableBlock(page, table))}
    ${rest.length ? html`<h3>${page.say("also_said")}</h3>` : null} ${rest.map((fact) => factBlock(page, fact))}`;
  }

  // src/parts/panel.js
  var panel = {
    id: "yz-panel",
    attributes(page) {
      const subject = page.subject(page.state.opened);
      return { hidden: !subject, "aria-label": subject ? page.text(subject.name) : null };
    },
    content(page) {
      const { opened } = page.state;
      const subject = page.subject(opened);
      if (!opened || !subject) return null;
      return html`<${$} key=${opened}>
      ${head2(page, subject)}
      <div class="meta">${kindAndNote(page, subject)}${subject.kind === "parcel" && page.invented() ? html` <span class="invented">${page.say("invented_short")}</span>` : null}</div>
      ${subject.unlocated ? html`<p class="empty">${page.say("not_drawn")}</p>` : null}
      ${body(page, opened, subject)}
    <//>`;
    }
  };
  function head2(page, { name, colour }) {
    const close2 = page.say("close");
    return html`<header>
    <h2 tabindex="-1">${colour ? dot(page.theme.tint(colour)) : null}${page.text(name)}</h2>
    <button type="button" class="button close" aria-label=${close2} title=${close2} onClick=${() => page.open(null)}>${icon("close")}</button>
  </header>`;
  }
  function kindAndNote(page, { kind, note: note3 }) {
    const kindName = page.text(page.data.kinds[kind]);
    return [kindName, note3 ? page.text(note3) : ""].filter(Boolean).join(" · ");
  }
  function body(page, key, subject) {
    const topics = subject.tables.map((table) => table.topic);
    const facts = subject.facts.filter((fact) => !fact.topic || !topics.includes(fact.topic));
    const blocks = facts.map((fact) => factBlock(page, fact));
    const tables = subject.tables.map((table) => tableBlock(page, table));
    const reasons = why(page, key);
    if (subject.kind === "zone") return zoneSheet(page, subject, key.slice("zone:".length), facts, reasons);
    if (subject.kind === "industry") {
      const zones2 = subject.zones || [];
      const chart = zones2.length ? stamp(page, zones2, zones2.length > 1, page.text(subject.name)) : null;
      return [reasons, chart, tables, blocks];
    }
    return [reasons, blocks, tables];
  }
  function why(page, key) {
    const reasons = findingsOf(page, key);
    if (!reasons.length) return null;
    const flags = flagsOf(page, key);
    const rest = reasons.filter((finding) => !isGrave(finding)).length;
    const { warning, info } = page.data.severities;
    return html`<h3>${`${page.say("why_flagged")} `}${flags ? html`<span class="flag">${flags}</span> ${page.text(warning)}` : null}${rest ? html` <span class="meta">${`${rest} ${page.text(info)}`}</span>` : null}</h3>
    ${reasons.map((finding) => findingBlock(page, finding, "rule"))}`;
  }

  // src/search/find.js
  var KINDS = ["zone", "park", "owner", "industry", "project", "cluster", "target", "plan"];
  var SHORTENED = /^[\u0080-\uffff]{3,}$/;
  var LATIN = /^[a-z0-9]+$/;
  var FIT = { begins: 0, holds: 2, spelled: 4, spelledWithin: 5, shortened: 7, words: 10 };
  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }
  function spells(syllables, query2, from) {
    if (!query2) return true;
    if (from >= syllables.length) return false;
    const syllable = syllables[from];
    for (let length2 = Math.min(syllable.length, query2.length); length2 > 0; length2--) {
      const fits = syllable.slice(0, length2) === query2.slice(0, length2);
      if (fits && spells(syllables, query2.slice(length2), from + 1)) return true;
    }
    return false;
  }
  function shortens(term, query2) {
    let next = 0;
    for (let at = 0; at < term.length && next < query2.length; at++) if (term[at] === query2[next]) next++;
    return next === query2.length;
  }
  function fitWhole(subject, query2, letters) {
    let best = Infinity;
    subject.terms.map(folded).forEach((term, index) => {
      const at = term.indexOf(query2);
      if (at >= 0) best = Math.min(best, (at ? FIT.holds : FIT.begins) + index / 100);
      else if (SHORTENED.test(query2) && shortens(term, query2)) best = Math.min(best, FIT.shortened + index / 100);
    });
    if (best < Infinity || !LATIN.test(letters)) return best;
    subject.syllables.forEach((spelled, index) => {
      const syllables = spelled.split(" ");
      const from = syllables.findIndex((_2, start2) => spells(syllables, letters, start2));
      if (from >= 0) best = Math.min(best, (from ? FIT.spelledWithin : FIT.spelled) + index / 100);
    });
    return best;
  }
  function fit(subject, query2, letters) {
    const best = fitWhole(subject, query2, letters);
    const words2 = query2.split(/\s+/);
    if (best < Infinity || words2.length < 2) return best;
    return FIT.words + Math.max(...words2.map((word) => fitWhole(subject, word, word.replace(/'/g, ""))));
  }
  function find(text, subjects, order) {
    const query2 = folded(text.trim());
    const letters = query2.replace(/[\s']/g, "");
    if (!query2) return [];
    return KINDS.reduce((keys, kind) => keys.concat(order[kind] || []), []).map((key, index) => ({ key, index, fit: fit(subjects[key], query2, letters) })).filter((hit) => hit.fit < Infinity).sort((a2, b) => a2.fit - b.fit || a2.index - b.index).map((hit) => hit.key);
  }

  // src/search/box.js
  var MOST = 30;
  var MOST_PARCELS = 10;
  var PAUSE_MS = 150;
  function makeSearchBox(page) {
    const input = (
      /** @type {HTMLInputElement} */
      byId("yz-query")
    );
    const results2 = byId("yz-results");
    let timer = 0;
    let turn = 0;
    function hitOf(key) {
      const { kind, name, note: note3 } = page.data.subjects[key];
      return { key, name, note: kind === "project" && note3 ? page.text(note3) : "", parcel: null };
    }
    function show(all, isFinished) {
      var _a2;
      const { search: search2 } = page.state;
      const activeKey = (_a2 = search2.hits[search2.active]) == null ? void 0 : _a2.key;
      const hits = all.slice(0, MOST);
      const again = hits.findIndex((hit) => hit.key === activeKey);
      const active = hits.length ? Math.max(0, again) : -1;
      page.store.change({ search: { typed: input.value.trim(), hits, active, total: all.length, isFinished } });
    }
    async function addParcels(query2, named4, parcels2) {
      const thisTurn = turn;
      const parcelHits = await parcels2.search(query2, MOST_PARCELS, () => thisTurn !== turn);
      if (!parcelHits || thisTurn !== turn) return;
      const hits = (begins) => parcelHits.filter((one2) => one2.begins === begins).map(({ id, note: note3 }) => {
        return { key: `parcel:${id}`, name: { zh: id, en: id }, note: page.text(note3), parcel: id };
      });
      show([...hits(true), ...named4, ...hits(false)], true);
    }
    function search() {
      const query2 = folded(input.value.trim());
      const named4 = find(input.value, page.data.subjects, page.data.order).map(hitOf);
      const parcels2 = query2 ? page.parcels : null;
      turn += 1;
      clearTimeout(timer);
      show(named4, !parcels2);
      if (parcels2) timer = window.setTimeout(() => addParcels(query2, named4, parcels2), PAUSE_MS);
    }
    function close2() {
      turn += 1;
      clearTimeout(timer);
      if (page.state.search !== NO_SEARCH) page.store.change({ search: NO_SEARCH });
    }
    function move(step) {
      const { search: search2 } = page.state;
      const count = search2.hits.length;
      page.store.change({ search: { ...search2, active: (search2.active + step + count) % count } });
      results2.children[page.state.search.active].scrollIntoView({ block: "nearest" });
    }
    async function choose({ key, parcel }) {
      close2();
      if (parcel === null) {
        page.open(key);
        return;
      }
      if (!(page.parcels && await page.parcels.find(parcel))) return;
      page.store.change({ view: "land" });
      page.open(key);
    }
    input.addEventListener("input", search);
    input.addEventListener("focus", () => {
      if (input.value) search();
    });
    input.addEventListener("keydown", (event) => {
      const { hits, active } = page.state.search;
      if (/^Arrow(Up|Down)$/.test(event.key) && hits.length) {
        move(event.key === "ArrowDown" ? 1 : -1);
        event.preventDefault();
      }
      if (event.key === "Enter" && hits[active]) {
        choose(hits[active]);
        event.preventDefault();
      }
      if (event.key === "Escape" && hits.length) {
        close2();
        event.stopPropagation();
      }
    });
    input.addEventListener("blur", (event) => {
      if (!(event.relatedTarget instanceof Node && results2.contains(event.relatedTarget))) close2();
    });
    results2.addEventListener("mousedown", (event) => event.preventDefault());
    return {
      choose,
      /** Cancels a pending search when the reader goes to another address. @param {State} state @param {State} before */
      follow(state, before) {
        if (state.visits === before.visits) return;
        turn += 1;
        clearTimeout(timer);
      }
    };
  }

  // src/parts/results.js
  function idOf(index) {
    return `yz-hit-${index}`;
  }
  var query = {
    id: "yz-query",
    attributes(page) {
      const { hits, active } = page.state.search;
      const prompt = page.say(page.data.parcels ? "search_parcels" : "search");
      return {
        placeholder: prompt,
        "aria-label": prompt,
        "aria-expanded": String(hits.length > 0),
        "aria-activedescendant": active < 0 ? null : idOf(active)
      };
    }
  };
  var results = {
    id: "yz-results",
    attributes: (page) => ({ "aria-label": page.say("search_results"), hidden: !page.state.search.hits.length }),
    content(page) {
      const { hits, active } = page.state.search;
      return hits.map((hit, index) => {
        const kind = page.text(page.data.kinds[hit.key.slice(0, hit.key.indexOf(":"))]);
        return html`<button key=${hit.key} type="button" id=${idOf(index)} tabindex="-1" role="option"
        aria-selected=${String(index === active)} onClick=${() => page.search.choose(hit)}>
        ${page.text(hit.name)}<span class="meta">${hit.note ? `${kind} · ${hit.note}` : kind}</span>
      </button>`;
      });
    }
  };
  var searchStatus = {
    id: "yz-search-status",
    content(page) {
      const { typed, hits, total: total3, isFinished } = page.state.search;
      if (typed && !hits.length && isFinished) return page.say("nothing_found");
      return total3 > MOST ? `${page.say("more_hits")} ${total3}` : "";
    }
  };

  // src/parts/sheets.js
  var SHEETS = [
    ["yz-table", "table"],
    ["yz-compare", "compare"],
    ["yz-reading", "reading"]
  ];
  var sheets = SHEETS.map(([id, layout]) => ({
    id,
    attributes: (page) => ({
      hidden: page.view.layout !== layout,
      "aria-labelledby": page.view.layout === layout ? `yz-tab-${page.state.view}` : null
    }),
    content: (page) => page.view.layout === layout && page.view.sheet ? page.view.sheet() : null
  }));

  // src/parts/sources.js
  function licenceLine(page, { title, name }) {
    return name && !title.includes(name) ? title + page.bracketed(name) : title;
  }
  function list3(lines) {
    return html`<ul>${lines.map((line2) => html`<li><span>${line2}</span></li>`)}</ul>`;
  }
  var sources = {
    id: "yz-sources",
    attributes: (page) => ({ open: page.state.folds["yz-sources"] }),
    content(page) {
      const facts = page.data.sources;
      const unlocated2 = [
        facts.unlocated_projects ? `${page.say("unlocated")} ${facts.unlocated_projects}` : "",
        facts.unlocated_parks ? `${page.say("unlocated_parks")} ${facts.unlocated_parks}` : ""
      ].filter(Boolean);
      return html`<summary>${page.say("method")}</summary>
      <p>${page.say("method_text") + page.ifSchematic("method_schematic")}</p>
      ${unlocated2.length ? html`<p>${unlocated2.join(page.semicolon())}</p>` : null}
      <h3>${page.say("sources")}</h3>
      ${list3(facts.sources.length ? facts.sources.map(page.text) : [page.say("no_sources")])}
      <p>${page.say("boundary") + page.text(facts.boundary)}</p>
      <h3>${page.say("licences")}</h3>
      ${list3(facts.licences.length ? facts.licences.map((licence) => licenceLine(page, licence)) : [page.say("no_licences")])}
      <p class="meta">${`${page.say("plan_version")}${facts.plan_version} · yzgeo ${facts.yzgeo}`}</p>`;
    }
  };

  // src/parts/tabs.js
  var tabs = {
    id: "yz-views",
    attributes: (page) => ({ "aria-label": page.say("views") }),
    content(page) {
      const names = (
        /** @type {ViewName[]} */
        Object.keys(page.views)
      );
      return names.map((name, index) => {
        const isChosen = name === page.state.view;
        return html`<button key=${name} type="button" class="tab" role="tab" id=${`yz-tab-${name}`} data-view=${name}
        tabindex=${isChosen ? "0" : "-1"} aria-selected=${String(isChosen)} aria-controls="yz-list"
        onClick=${() => enter(page, name)} onKeyDown=${(event) => {
          const next = nextOf(event.key, index, names.length - 1);
          if (next === void 0) return;
          event.preventDefault();
          enter(page, names[next]);
          byId(`yz-tab-${names[next]}`).focus();
        }}>${page.text(page.views[name].title)}</button>`;
      });
    }
  };
  function enter(page, view) {
    page.store.change({ view, rule: null });
  }
  function nextOf(key, index, last) {
    if (key === "ArrowRight") return index < last ? index + 1 : 0;
    if (key === "ArrowLeft") return index ? index - 1 : last;
    if (key === "Home") return 0;
    return key === "End" ? last : void 0;
  }

  // src/parts/tools.js
  function tool(name, sign3, words2, act, isSign) {
    const label = isSign ? words2 : void 0;
    return html`<button key=${name} type="button" class="button tool" data-tool=${name} aria-label=${label} title=${label} onClick=${act}>
    ${icon(sign3)}${isSign ? null : html`<span class="words">${words2}</span>`}
  </button>`;
  }
  var tools = {
    id: "yz-tools",
    attributes: (page) => ({ "aria-label": page.say("tools") }),
    content: (page) => [
      tool("print", "print", page.say("print"), () => page.store.change({ dialog: "print" })),
      tool("download", "download", page.say("download"), () => page.store.change({ dialog: "download" })),
      tool("theme", page.state.theme, page.say(`theme_${page.state.theme}`), page.theme.next, true)
    ]
  };

  // src/parts/parts.js
  var PARTS = [
    ...head,
    query,
    results,
    searchStatus,
    bar,
    tabs,
    tools,
    filter,
    hands,
    legend,
    notice,
    measured,
    imprint,
    list2,
    viewList,
    findings,
    sources,
    rail,
    ...sheets,
    panel,
    dialog
  ];
  function drawParts(page) {
    for (const part of PARTS) drawPart(page, part);
  }
  function drawPart(page, { id, attributes, content }) {
    const root = byId(id);
    if (attributes) setAttributes(root, attributes(page));
    if (content) Q(content(page), root);
  }
  function drawOfZoom(page) {
    drawPart(page, legend);
    drawPart(page, hands);
  }
  var lastAttributes = /* @__PURE__ */ new WeakMap();
  function setAttributes(root, attributes) {
    const before = lastAttributes.get(root) || {};
    for (const [name, value2] of Object.entries(attributes)) {
      if (before[name] === value2) continue;
      if (typeof value2 === "boolean") root.toggleAttribute(name, value2);
      else if (value2 === null) root.removeAttribute(name);
      else root.setAttribute(name, value2);
    }
    lastAttributes.set(root, attributes);
  }
  function listenToFolds(page) {
    for (
      const id of
      /** @type {Fold[]} */
      Object.keys(page.state.folds)
    ) {
      const root = (
        /** @type {HTMLDetailsElement} */
        byId(id)
      );
      root.addEventListener("toggle", () => {
        if (page.state.printing || page.state.folds[id] === root.open) return;
        page.store.change({ folds: { ...page.state.folds, [id]: root.open } });
      });
    }
  }

  // src/table/cells.js
  function unstated(page) {
    return html`<span class="unstated">${page.say("unstated")}</span>`;
  }
  function figure(page, value2, digits) {
    return value2 === null ? unstated(page) : fixed(value2, digits);
  }
  var MOST_DIGITS = 2;
  function digitsOf(values) {
    let most = 0;
    for (const value2 of values) {
      if (value2 === null || Number.isInteger(value2)) continue;
      most = Math.max(most, (String(+value2.toFixed(MOST_DIGITS)).split(".")[1] || "").length);
    }
    return most;
  }
  function fixed(value2, digits) {
    const [whole, decimals] = value2.toFixed(digits).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  function named2(name, below, onPhone = []) {
    const more3 = onPhone.length ? html`<span class="on-phone">${` · ${onPhone.join(" · ")}`}</span>` : null;
    return html`<span class="name">${name}</span>${below || more3 ? html`<span class="below">${below}${more3}</span>` : null}`;
  }
  function zoneName(page, zoneId) {
    const zone = page.data.zones.find((one2) => one2.zone_id === zoneId);
    if (!zone) return html`<span>${zoneId}</span>`;
    const colour = page.theme.tint(zone.colour);
    const style = { background: colour, boxShadow: `0 0 0 3px ${colour}40` };
    return html`<span class="zone-dot" style=${style}></span><span>${page.text(zone.shortest)}</span>`;
  }
  function barCell(value2, most, isOpen) {
    if (value2 === null) return html`<span class="cell-bar"></span>`;
    const style = { width: `${Math.max(1, 100 * value2 / most)}%` };
    return html`<span class="cell-bar" aria-hidden="true"><span class=${classes("bar-part", isOpen && "open")} style=${style}></span></span>`;
  }
  var HALF_PX = 24;
  function ratioLine(value2, asked, most, isFound) {
    const x3 = (ratio) => 2 * HALF_PX * Math.min(ratio, most) / most;
    return html`<svg class="ratio-line" width=${2 * HALF_PX + 10} height="16" viewBox=${`-5 0 ${2 * HALF_PX + 10} 16`} aria-hidden="true">
    <path d=${`M0 8H${2 * HALF_PX}`} class="axis" />
    ${asked === null ? null : html`<path d=${`M${x3(asked)} 2V14`} class="asked" />`}
    <circle cx=${x3(value2)} cy="8" r="4" class=${isFound ? "found" : "dot"} />
  </svg>`;
  }
  var ROW_OF_TABLE = / 第(\d+)行$/;
  function clauseCell(page, sources2, show) {
    var _a2;
    if (!sources2.length) return null;
    const [source] = sources2;
    const more3 = sources2.length > 1 ? ` +${sources2.length - 1}` : "";
    const label = (page.lang === "zh" ? source.replace(ROW_OF_TABLE, "·$1") : ((_a2 = page.data.clauses[source]) == null ? void 0 : _a2.en) || source) + more3;
    if (!page.data.clauses[source]) return html`<span class="chip outside" title=${source}>${label}</span>`;
    const act = (event) => {
      event.stopPropagation();
      show(source);
    };
    return html`<button type="button" class="chip" tabindex="-1" title=${page.say("show_clause")} onClick=${act}>${label}</button>`;
  }
  function flagsOn(page, key) {
    return page.data.findings.filter((one2) => one2.severity !== "info" && one2.subjects.includes(key)).length;
  }
  function flagCell(count) {
    return count ? html`<span class="flag">${`⚑ ${count}`}</span>` : "—";
  }

  // src/table/sources/findings.js
  var GRAVEST = ["error", "warning", "info"];
  function findings2(page, showClause) {
    const { data } = page;
    const rows = data.findings;
    if (!rows.length) return null;
    const untold = data.rules.reduce((sum2, rule2) => sum2 + rule2.untold, 0);
    const key = (row) => rows[row].subjects.find((one2) => page.subject(one2)) || null;
    const rule = (row) => {
      var _a2;
      return page.text(((_a2 = ruleNamed(page, rows[row].rule)) == null ? void 0 : _a2.title) || { zh: rows[row].rule, en: rows[row].rule });
    };
    function subject(row) {
      const one2 = page.subject(key(row));
      if (!one2) return rule(row);
      const others = rows[row].subjects.length - 1;
      return page.text(one2.name) + (others ? ` +${others}` : "");
    }
    const severity = (row) => page.text(data.severities[rows[row].severity]);
    return {
      columns: [
        {
          id: "subject",
          title: page.say("subject"),
          width: 11,
          grows: 1,
          value: subject,
          cell: (row) => named2(subject(row), rule(row)),
          isShown: true,
          onPhone: true
        },
        {
          id: "severity",
          title: page.say("severity"),
          width: 6,
          value: severity,
          rank: (row) => GRAVEST.indexOf(rows[row].severity),
          cell: (row) => html`<span class=${`severity ${rows[row].severity}`}>${severity(row)}</span>`,
          isShown: true,
          onPhone: true
        },
        {
          id: "message",
          title: page.say("message"),
          width: 20,
          grows: 3,
          value: (row) => page.text(rows[row].message),
          cell: (row) => html`<span class="two-lines" title=${page.text(rows[row].message)}>${page.text(rows[row].message)}</span>`,
          isShown: true
        },
        { id: "rule", title: page.say("rule_name"), width: 9, value: rule, isShown: false },
        {
          id: "remedy",
          title: page.say("remedy"),
          width: 12,
          value: (row) => page.text(rows[row].remedy) || null,
          isShown: false
        },
        {
          id: "clause",
          title: page.say("clause"),
          width: page.lang === "zh" ? 7 : 8.5,
          value: (row) => rows[row].clauses.join("；"),
          cell: (row) => clauseCell(page, rows[row].clauses, showClause),
          isShown: true
        }
      ],
      count: rows.length,
      sort: null,
      key,
      alsoKeys: (row) => rows[row].subjects,
      isWanted: (row) => wantedFinding(page.state, rows[row]),
      open(row) {
        const opened = key(row);
        if (opened) page.open(opened);
        else page.store.change({ view: "findings", rule: rows[row].rule });
      },
      note: () => untold ? page.say("untold") + page.numbers.grouped(untold) : null
    };
  }

  // src/table/sources/parks.js
  function parks(page, showClause) {
    const { data } = page;
    const keys = data.order.park || [];
    if (!keys.length) return null;
    const subjects = keys.map((key) => data.subjects[key]);
    const rows = keys.map((key) => data.downloads.rows[key] || {});
    const flags = keys.map((key) => flagsOn(page, key));
    const name = (row) => page.text(subjects[row].name);
    const sources2 = (row) => String(rows[row].source || "").split("；").filter(Boolean);
    const zoneIds = (row) => [subjects[row].zone_id || ""].filter(Boolean);
    const columns = [
      {
        id: "name",
        title: page.say("park"),
        width: 13,
        grows: 2,
        value: name,
        cell: (row) => named2(name(row), ""),
        isShown: true,
        onPhone: true
      },
      {
        id: "zone",
        title: page.say("filter_zones"),
        width: 6,
        value: (row) => zoneIds(row).map((id) => nameOf(page, "zones", id))[0] || null,
        cell: (row) => zoneIds(row).map((id) => zoneName(page, id)),
        isShown: true,
        onPhone: true
      },
      {
        id: "listed_in",
        title: page.say("listed_in"),
        width: 7,
        value: (row) => page.text(subjects[row].note || { zh: "", en: "" }) || null,
        isShown: true
      },
      {
        id: "place",
        title: page.say("place"),
        width: 8,
        value: (row) => (
          /** @type {string | null} */
          rows[row].place || null
        ),
        cell: (row) => String(rows[row].place || page.say("place_unstated")),
        isShown: true
      },
      {
        id: "flags",
        title: page.say("findings"),
        width: 4.5,
        isNumber: true,
        value: (row) => flags[row],
        cell: (row) => flagCell(flags[row]),
        isShown: true
      },
      {
        id: "clause",
        title: page.say("clause"),
        width: page.lang === "zh" ? 8 : 8.5,
        value: (row) => sources2(row).join("；"),
        rank: (row) => row,
        cell: (row) => clauseCell(page, sources2(row), showClause),
        isShown: true
      }
    ];
    return {
      columns,
      count: keys.length,
      sort: null,
      key: (row) => keys[row],
      isWanted: (row) => wantedIn(page.state, zoneIds(row)),
      open: (row) => page.open(keys[row])
    };
  }

  // src/table/project_totals.js
  function listName(page, list5) {
    if (list5 === "under_construction" || list5 === "planned") return page.say(`list_${list5}`);
    return list5;
  }
  function countAndShare(page, shown) {
    const { projects: projects3 } = page.data;
    const all = sum(projects3);
    const words2 = html`<b>${page.say("sum_of").replace("%d", String(shown.length))}</b>`;
    if (!all || shown.length === projects3.length) return words2;
    const part = page.say("share_of").replace("%d", String(projects3.length));
    return html`${words2} <span class="part">${part.replace("%s", page.numbers.percent(sum(shown) / all))}</span>`;
  }
  function sum(projects3) {
    return projects3.reduce((total3, project) => total3 + (project.investment || 0), 0);
  }
  function lists(page, shown) {
    const counts = /* @__PURE__ */ new Map();
    for (const project of shown) {
      const name = listName(page, project.list) || page.say("unstated");
      counts.set(name, (counts.get(name) || 0) + 1);
    }
    return [...counts].map(([name, count]) => html`<span class="part">${`${name} ${count}`}</span>`);
  }
  function invested(page, shown, factor) {
    const notes = page.numbers.untold(shown);
    const isKnown = shown.some((project) => project.investment !== null);
    return html`<b>${isKnown ? fixed(sum(shown) * factor, 2) : unstated(page)}</b>
    ${notes.length ? html`<span class="below">${notes.join(page.semicolon())}</span>` : null}`;
  }
  function note2(page, shown, isFlagged) {
    var _a2;
    const { data, numbers } = page;
    const here = new Set(shown);
    const others = data.projects.filter((project) => !here.has(project));
    const left = others.length ? `${page.say("left_out").replace("%d", String(others.length))}${numbers.invested(others)}${page.say("stop")}` : "";
    const { asked, rule } = data.ratio;
    const clauses = ((_a2 = data.rules.find((one2) => one2.rule === rule)) == null ? void 0 : _a2.clauses) || [];
    const below = asked === null ? "" : page.say("ratio_below").replace("%d", numbers.grouped(asked));
    const isListed = data.projects.some((project) => project.list === "planned");
    return html`<span>${left}</span> ${isListed ? html`<span>${page.say("bars_in_table")}</span>` : null}
    ${isFlagged && below ? html`<span><span class="below-asked">${page.say("yellow")}</span>${below + page.bracketed(clauses.join("、")) + page.say("stop")}</span>` : null}
    <span>${page.say("unstated_note")}</span>`;
  }

  // src/table/sources/projects.js
  function projects(page, showClause) {
    const { data, numbers } = page;
    const rows = data.projects;
    if (!rows.length) return null;
    const most = Math.max(...rows.map((project) => project.investment || 0), 1e-9);
    const { asked, rule } = data.ratio;
    const densest = Math.max(...rows.map((project) => project.ratio || 0), asked || 0, 1e-9);
    const flagged = new Set(data.findings.filter((one2) => one2.rule === rule).flatMap((one2) => one2.subjects));
    const flags = rows.map((project) => flagsOn(page, project.key));
    const inPlan = new Map((data.order.project || []).map((key, place) => [key, place]));
    const factor = page.lang === "zh" ? 1 : data.units.m_yuan_per_100m;
    const nameOfRow = (row) => page.text(data.subjects[rows[row].key].name);
    function zoneWords2({ zone_id, zone_ids, located }) {
      if (zone_id !== null) return nameOf(page, "zones", zone_id);
      if (zone_ids.length) return page.say("across_zones");
      return page.say(located ? "outside_zones" : "place_unstated");
    }
    const onPhone = (project) => [zoneWords2(project), listName(page, project.list) || ""].filter(Boolean);
    const placeNames = (ids) => ids.map((id) => page.text(data.place_names[id])).join(page.lang === "zh" ? "、" : ", ");
    const projectsOf = (shown) => Array.from(shown, (row) => rows[row]);
    function land2(id, title, of, isShown) {
      const digits = digitsOf(rows.map(of));
      return {
        id,
        title: page.say(title),
        unit: page.say("unit_land").trim(),
        width: 4.8,
        isNumber: true,
        digits,
        value: (row) => of(rows[row]),
        cell: (row) => figure(page, of(rows[row]), digits),
        isShown,
        total: "sum"
      };
    }
    const columns = [
      {
        id: "name",
        title: page.say("project_owner"),
        width: 14,
        grows: 1,
        value: nameOfRow,
        cell: (row) => named2(nameOfRow(row), rows[row].owner || "", onPhone(rows[row])),
        isShown: true,
        onPhone: true,
        total: (shown) => countAndShare(page, projectsOf(shown))
      },
      { id: "owner", title: page.say("owner"), width: 8, value: (row) => rows[row].owner, isShown: false, isTaken: true },
      {
        id: "zone",
        title: page.say("filter_zones"),
        width: 5.2,
        value: (row) => zoneWords2(rows[row]),
        cell: (row) => {
          const { zone_id } = rows[row];
          return zone_id === null ? html`<span class="unstated">${zoneWords2(rows[row])}</span>` : zoneName(page, zone_id);
        },
        isShown: true
      },
      {
        id: "town",
        title: page.say("filter_towns"),
        width: 6,
        value: (row) => placeNames(rows[row].towns) || null,
        isShown: false
      },
      {
        id: "place",
        title: page.say("place"),
        width: 6,
        value: (row) => placeNames(rows[row].places) || null,
        isShown: false
      },
      {
        id: "evidence",
        title: page.say("filter_evidence"),
        width: 7,
        value: (row) => rows[row].evidence === null ? null : nameOf(
          page,
          "evidence",
          /** @type {string} */
          rows[row].evidence
        ),
        isShown: false
      },
      {
        id: "class",
        title: page.say("filter_classes"),
        width: 5.4,
        value: (row) => nameOf(page, "classes", rows[row].class),
        isShown: true
      },
      {
        id: "list",
        title: page.say("filter_lists"),
        width: 4.2,
        value: (row) => listName(page, rows[row].list),
        rank: (row) => rows[row].list === null ? null : inPlan.get(rows[row].key) ?? null,
        isShown: true,
        total: (shown) => lists(page, projectsOf(shown))
      },
      {
        id: "investment",
        title: page.say("filter_investment"),
        unit: page.say("unit_investment").trim(),
        width: 9.2,
        isNumber: true,
        value: (row) => rows[row].investment === null ? null : numbers.scaled(rows[row].investment, factor),
        cell: (row) => {
          const project = rows[row];
          const told = project.printed ? page.text(project.printed) : figure(page, project.investment === null ? null : project.investment * factor, 2);
          return html`${barCell(project.investment, most, project.list === "planned")}<b>${told}</b>`;
        },
        isShown: true,
        onPhone: true,
        total: (shown) => invested(page, projectsOf(shown), factor)
      },
      land2("site_mu", "land_site", (project) => project.site_mu, true),
      land2("new_land_mu", "land_new", (project) => project.new_land_mu, true),
      land2("land", "land_either", landOf, false),
      {
        id: "ratio",
        title: page.say("filter_ratio"),
        width: 7.6,
        isNumber: true,
        value: (row) => rows[row].ratio,
        cell: (row) => {
          const { ratio, key } = rows[row];
          if (ratio === null) return "—";
          const isFound = flagged.has(key);
          return html`${ratioLine(ratio, asked, densest, isFound)}<span class=${isFound ? "below-asked" : "ratio"}>${fixed(ratio, 2)}</span>`;
        },
        isShown: true,
        total: "none"
      },
      {
        id: "flags",
        title: page.say("findings"),
        width: 4,
        isNumber: true,
        value: (row) => flags[row],
        cell: (row) => flagCell(flags[row]),
        isShown: false
      },
      {
        id: "clause",
        title: page.say("clause"),
        width: page.lang === "zh" ? 6.2 : 8.5,
        value: (row) => rows[row].sources.join("；"),
        rank: (row) => inPlan.get(rows[row].key) ?? null,
        cell: (row) => clauseCell(page, rows[row].sources, showClause),
        isShown: true
      }
    ];
    return {
      columns,
      count: rows.length,
      sort: "-investment",
      key: (row) => rows[row].key,
      alsoKeys: (row) => rows[row].places.map((place) => `place:${place}`),
      isWanted: (row) => isWanted(page.state, rows[row]),
      open: (row) => page.open(rows[row].key),
      note: (shown) => note2(page, projectsOf(shown), flagged.size > 0)
    };
  }

  // src/table/sources/targets.js
  function targets(page, showClause) {
    const { data, numbers } = page;
    const keys = data.order.target || [];
    if (!keys.length) return null;
    const rows = keys.map((key) => data.downloads.rows[key] || {});
    const name = (row) => page.text(data.subjects[keys[row]].name);
    const sources2 = (row) => String(rows[row].source || "").split("；").filter(Boolean);
    const numberOf = (id, row) => typeof rows[row][id] === "number" ? (
      /** @type {number} */
      rows[row][id]
    ) : null;
    const wordsOf2 = (id, row) => rows[row][id] ? String(rows[row][id]) : null;
    function value2(id, title, text) {
      return {
        id,
        title: page.say(title),
        width: 5.5,
        isNumber: true,
        value: (row) => numberOf(id, row),
        cell: (row) => {
          const number3 = numberOf(id, row);
          if (number3 !== null) return numbers.grouped(number3);
          return text && wordsOf2(text, row) || unstated(page);
        },
        isShown: true,
        onPhone: id === "target",
        total: id === "target" ? "none" : void 0
      };
    }
    function year(id, title) {
      return {
        id,
        title: page.say(title),
        width: 4.5,
        isNumber: true,
        value: (row) => numberOf(id, row),
        cell: (row) => numberOf(id, row) ?? "—",
        isShown: true
      };
    }
    return {
      columns: [
        {
          id: "name",
          title: page.say("target_name"),
          width: 15,
          grows: 2,
          value: name,
          cell: (row) => named2(name(row), ""),
          isShown: true,
          onPhone: true
        },
        { id: "group", title: page.say("group"), width: 6, value: (row) => wordsOf2("group", row), isShown: false },
        year("base_year", "base_year"),
        value2("base", "base_value"),
        year("target_year", "target_year"),
        value2("target", "target_value", "target_text"),
        {
          id: "unit",
          title: page.say("unit"),
          width: 5,
          value: (row) => wordsOf2("unit", row),
          cell: (row) => wordsOf2("unit", row) || "—",
          isShown: true,
          onPhone: true
        },
        value2("city_target", "city_value", "city_text"),
        {
          ...value2("actual", "actual_value"),
          isShown: rows.some((row) => row.actual !== null && row.actual !== void 0)
        },
        {
          id: "clause",
          title: page.say("clause"),
          width: page.lang === "zh" ? 7 : 8.5,
          value: (row) => sources2(row).join("；"),
          rank: (row) => row,
          cell: (row) => clauseCell(page, sources2(row), showClause),
          isShown: true
        }
      ],
      count: keys.length,
      sort: null,
      key: (row) => keys[row],
      isWanted: () => true,
      open: (row) => page.open(keys[row])
    };
  }

  // src/table/sources/zones.js
  function zones(page, showClause) {
    const { data, numbers } = page;
    const rows = data.zones;
    if (!rows.length) return null;
    const facts = rows.map((zone) => data.downloads.rows[zone.key] || {});
    const isNested = rows.some((zone) => zone.depth > 0);
    const sum2 = isNested ? "none" : "sum";
    const factor = page.lang === "zh" ? 1 : data.units.m_yuan_per_100m;
    const numberOf = (id, row) => typeof facts[row][id] === "number" ? (
      /** @type {number} */
      facts[row][id]
    ) : null;
    const name = (row) => page.text(data.subjects[rows[row].key].name);
    const sources2 = (row) => String(facts[row].source || "").split("；").filter(Boolean);
    const areas = rows.map((_2, row) => numberOf("usable_area_km2", row));
    const widest = Math.max(...areas.map((area2) => area2 || 0), 1e-9);
    const digits = digitsOf(areas);
    const hasUsable = areas.some((area2) => area2 !== null);
    const hasProjects = data.projects.length > 0;
    const columns = [
      {
        id: "name",
        title: page.say("zone_name"),
        width: 13,
        grows: 2,
        value: name,
        cell: (row) => html`${zoneName(page, rows[row].zone_id)}${named2("", name(row))}`,
        isShown: true,
        onPhone: true,
        total: () => html`<b>${page.say("sum_of").replace("%d", String(page.state.filter.zones.length || rows.length))}</b>`
      },
      {
        id: "kind",
        title: page.say("kind"),
        width: 5,
        value: (row) => page.text(data.subjects[rows[row].key].note || { zh: "", en: "" }) || null,
        isShown: false
      },
      {
        id: "area",
        title: page.say("area_usable"),
        unit: page.say("unit_km2"),
        width: 10,
        isNumber: true,
        digits,
        value: (row) => areas[row],
        cell: (row) => html`${barCell(areas[row], widest, false)}<b>${figure(page, areas[row], digits)}</b>`,
        isShown: hasUsable,
        onPhone: hasUsable,
        total: sum2
      },
      {
        id: "printed",
        title: page.say("area_printed"),
        width: 8,
        value: (row) => page.text(rows[row].area) || null,
        isShown: !hasUsable
      },
      {
        id: "projects",
        title: page.say("table_projects"),
        width: 4.5,
        isNumber: true,
        value: (row) => rows[row].project_count,
        isShown: hasProjects,
        total: sum2
      },
      {
        id: "investment",
        title: page.say("filter_investment"),
        unit: page.say("unit_investment").trim(),
        width: 7,
        isNumber: true,
        digits: 2,
        value: (row) => numbers.scaled(numberOf("investment_100m_yuan", row), factor),
        cell: (row) => {
          const value2 = numberOf("investment_100m_yuan", row);
          return rows[row].project_count === 0 ? "—" : value2 === null ? figure(page, null, 2) : fixed(value2 * factor, 2);
        },
        isShown: hasProjects,
        total: sum2
      },
      {
        id: "leading",
        title: page.say("leading"),
        width: 12,
        grows: 1,
        value: (row) => page.text(rows[row].leading) || null,
        cell: (row) => page.text(rows[row].leading) || "—",
        isShown: data.industries.length > 0
      },
      {
        id: "flags",
        title: page.say("findings"),
        width: 4.5,
        isNumber: true,
        value: (row) => rows[row].flags,
        cell: (row) => flagCell(rows[row].flags),
        isShown: true,
        onPhone: true
      },
      {
        id: "clause",
        title: page.say("clause"),
        width: page.lang === "zh" ? 7 : 8.5,
        value: (row) => sources2(row).join("；"),
        rank: (row) => row,
        cell: (row) => clauseCell(page, sources2(row), showClause),
        isShown: true
      }
    ];
    return {
      columns,
      count: rows.length,
      sort: null,
      key: (row) => rows[row].key,
      isWanted: (row) => wantedIn(page.state, [rows[row].zone_id]),
      open: (row) => page.open(rows[row].key),
      note: () => isNested ? page.say("nested_note") : null
    };
  }

  // src/table/kinds.js
  var TABLES = {
    projects: "table_projects",
    parks: "table_parks",
    zones: "table_zones",
    targets: "table_targets",
    findings: "table_findings",
    parcels: "table_parcels"
  };
  var SOURCES = { projects, parks, zones, targets, findings: findings2 };
  function countOf2({ data, parcels: parcels2 }, kind) {
    if (kind === "projects") return data.projects.length;
    if (kind === "findings") return data.findings.length;
    if (kind === "zones") return data.zones.length;
    if (kind === "parcels") return parcels2 && data.parcels ? data.parcels.count : 0;
    return (data.order[kind.slice(0, -1)] || []).length;
  }

  // src/state/following.js
  var MOST_LETTERS = 60;
  var KINDS2 = {
    parcel: "parcels",
    view: "views",
    rule: "rule",
    table: "table",
    class: "class_named",
    zone_in: "filter_zones",
    list: "filter_lists",
    town: "filter_towns",
    evidence: "filter_evidence",
    severity: "filter_severities",
    investment: "filter_investment",
    land: "filter_land",
    ratio: "filter_ratio"
  };
  function followAddress(page) {
    let followed = null;
    let isFollowing = false;
    const names = {
      view: (name) => hasOwn(page.views, name),
      rule: (name) => page.data.rules.some((rule) => rule.rule === name),
      chosen: (part, value2) => valuesIn(page, part).includes(value2),
      table: (name) => hasOwn(TABLES, name),
      subject: (key) => page.subject(key) !== null,
      kind: (name) => hasOwn(page.data.kinds, name),
      parcels: page.parcels !== null
    };
    function unknown([name, value2]) {
      const kind = hasOwn(page.data.kinds, name) ? page.data.kinds[name] : page.both(KINDS2[name]);
      const text = page.both("unknown_address");
      const named4 = value2.length > MOST_LETTERS ? `${value2.slice(0, MOST_LETTERS)}…` : value2;
      const words2 = { zh: `${text.zh}${kind.zh} ${named4}`, en: `${text.en}${kind.en} ${named4}` };
      return { about: "address", words: words2 };
    }
    async function lookUp(id, address) {
      const isFound = page.parcels && await page.parcels.find(id);
      if (address !== location.hash) return;
      if (isFound) follow();
      else page.store.change({ notice: unknown(["parcel", id]) });
    }
    function follow() {
      followed = location.hash;
      const destination = read(location.hash, names);
      isFollowing = true;
      page.store.change({ ...destination.state, notice: destination.unknown ? unknown(destination.unknown) : null });
      isFollowing = false;
      if (destination.parcel !== null) lookUp(destination.parcel, location.hash);
    }
    page.store.subscribe((state, before) => {
      if (state.visits === before.visits || isFollowing) return;
      const address = addressOf(state);
      if (location.hash === address || address === "#" && !location.hash) return;
      location.hash = address;
      followed = location.hash;
    });
    window.addEventListener("hashchange", () => {
      if (followed !== location.hash) follow();
    });
    return { follow };
  }

  // src/state/store.js
  function createStore(first, settle) {
    let state = first;
    let announcement = first;
    let isAnnouncing = false;
    const listeners = [];
    return {
      get: () => state,
      /** @param {P} patch */
      change(patch) {
        state = settle(state, patch);
        if (isAnnouncing) return;
        isAnnouncing = true;
        try {
          while (announcement !== state) {
            const before = announcement;
            announcement = state;
            for (const listener of listeners) listener(announcement, before);
          }
        } finally {
          isAnnouncing = false;
        }
      },
      /** @param {(state: S, before: S) => void} listener */
      subscribe(listener) {
        listeners.push(listener);
      }
    };
  }

  // ../../../node_modules/fflate/esm/browser.js
  var u8 = Uint8Array;
  var u16 = Uint16Array;
  var i32 = Int32Array;
  var fleb = new u8([
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    1,
    1,
    1,
    1,
    2,
    2,
    2,
    2,
    3,
    3,
    3,
    3,
    4,
    4,
    4,
    4,
    5,
    5,
    5,
    5,
    0,
    /* unused */
    0,
    0,
    /* impossible */
    0
  ]);
  var fdeb = new u8([
    0,
    0,
    0,
    0,
    1,
    1,
    2,
    2,
    3,
    3,
    4,
    4,
    5,
    5,
    6,
    6,
    7,
    7,
    8,
    8,
    9,
    9,
    10,
    10,
    11,
    11,
    12,
    12,
    13,
    13,
    /* unused */
    0,
    0
  ]);
  var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
  var freb = function(eb, start2) {
    var b = new u16(31);
    for (var i3 = 0; i3 < 31; ++i3) {
      b[i3] = start2 += 1 << eb[i3 - 1];
    }
    var r2 = new i32(b[30]);
    for (var i3 = 1; i3 < 30; ++i3) {
      for (var j2 = b[i3]; j2 < b[i3 + 1]; ++j2) {
        r2[j2] = j2 - b[i3] << 5 | i3;
      }
    }
    return { b, r: r2 };
  };
  var _a = freb(fleb, 2);
  var fl = _a.b;
  var revfl = _a.r;
  fl[28] = 258, revfl[258] = 28;
  var _b = freb(fdeb, 0);
  var fd = _b.b;
  var revfd = _b.r;
  var rev = new u16(32768);
  for (i2 = 0; i2 < 32768; ++i2) {
    x2 = (i2 & 43690) >> 1 | (i2 & 21845) << 1;
    x2 = (x2 & 52428) >> 2 | (x2 & 13107) << 2;
    x2 = (x2 & 61680) >> 4 | (x2 & 3855) << 4;
    rev[i2] = ((x2 & 65280) >> 8 | (x2 & 255) << 8) >> 1;
  }
  var x2;
  var i2;
  var hMap = (function(cd, mb, r2) {
    var s2 = cd.length;
    var i3 = 0;
    var l2 = new u16(mb);
    for (; i3 < s2; ++i3) {
      if (cd[i3])
        ++l2[cd[i3] - 1];
    }
    var le = new u16(mb);
    for (i3 = 1; i3 < mb; ++i3) {
      le[i3] = le[i3 - 1] + l2[i3 - 1] << 1;
    }
    var co;
    if (r2) {
      co = new u16(1 << mb);
      var rvb = 15 - mb;
      for (i3 = 0; i3 < s2; ++i3) {
        if (cd[i3]) {
          var sv = i3 << 4 | cd[i3];
          var r_1 = mb - cd[i3];
          var v2 = le[cd[i3] - 1]++ << r_1;
          for (var m2 = v2 | (1 << r_1) - 1; v2 <= m2; ++v2) {
            co[rev[v2] >> rvb] = sv;
          }
        }
      }
    } else {
      co = new u16(s2);
      for (i3 = 0; i3 < s2; ++i3) {
        if (cd[i3]) {
          co[i3] = rev[le[cd[i3] - 1]++] >> 15 - cd[i3];
        }
      }
    }
    return co;
  });
  var flt = new u8(288);
  for (i2 = 0; i2 < 144; ++i2)
    flt[i2] = 8;
  var i2;
  for (i2 = 144; i2 < 256; ++i2)
    flt[i2] = 9;
  var i2;
  for (i2 = 256; i2 < 280; ++i2)
    flt[i2] = 7;
  var i2;
  for (i2 = 280; i2 < 288; ++i2)
    flt[i2] = 8;
  var i2;
  var fdt = new u8(32);
  for (i2 = 0; i2 < 32; ++i2)
    fdt[i2] = 5;
  var i2;
  var flm = /* @__PURE__ */ hMap(flt, 9, 0);
  var fdm = /* @__PURE__ */ hMap(fdt, 5, 0);
  var shft = function(p2) {
    return (p2 + 7) / 8 | 0;
  };
  var slc = function(v2, s2, e3) {
    if (s2 == null || s2 < 0)
      s2 = 0;
    if (e3 == null || e3 > v2.length)
      e3 = v2.length;
    return new u8(v2.subarray(s2, e3));
  };
  var ec = [
    "unexpected EOF",
    "invalid block type",
    "invalid length/literal",
    "invalid distance",
    "stream finished",
    "no stream handler",
    ,
    // determined by compression function
    "no callback",
    "invalid UTF-8 data",
    "extra field too long",
    "date not in range 1980-2099",
    "filename too long",
    "stream finishing",
    "invalid zip data"
    // determined by unknown compression method
  ];
  var err = function(ind, msg, nt) {
    var e3 = new Error(msg || ec[ind]);
    e3.code = ind;
    if (Error.captureStackTrace)
      Error.captureStackTrace(e3, err);
    if (!nt)
      throw e3;
    return e3;
  };
  var wbits = function(d2, p2, v2) {
    v2 <<= p2 & 7;
    var o2 = p2 / 8 | 0;
    d2[o2] |= v2;
    d2[o2 + 1] |= v2 >> 8;
  };
  var wbits16 = function(d2, p2, v2) {
    v2 <<= p2 & 7;
    var o2 = p2 / 8 | 0;
    d2[o2] |= v2;
    d2[o2 + 1] |= v2 >> 8;
    d2[o2 + 2] |= v2 >> 16;
  };
  var hTree = function(d2, mb) {
    var t4 = [];
    for (var i3 = 0; i3 < d2.length; ++i3) {
      if (d2[i3])
        t4.push({ s: i3, f: d2[i3] });
    }
    var s2 = t4.length;
    var t23 = t4.slice();
    if (!s2)
      return { t: et, l: 0 };
    if (s2 == 1) {
      var v2 = new u8(t4[0].s + 1);
      v2[t4[0].s] = 1;
      return { t: v2, l: 1 };
    }
    t4.sort(function(a2, b) {
      return a2.f - b.f;
    });
    t4.push({ s: -1, f: 25001 });
    var l2 = t4[0], r2 = t4[1], i0 = 0, i1 = 1, i22 = 2;
    t4[0] = { s: -1, f: l2.f + r2.f, l: l2, r: r2 };
    while (i1 != s2 - 1) {
      l2 = t4[t4[i0].f < t4[i22].f ? i0++ : i22++];
      r2 = t4[i0 != i1 && t4[i0].f < t4[i22].f ? i0++ : i22++];
      t4[i1++] = { s: -1, f: l2.f + r2.f, l: l2, r: r2 };
    }
    var maxSym = t23[0].s;
    for (var i3 = 1; i3 < s2; ++i3) {
      if (t23[i3].s > maxSym)
        maxSym = t23[i3].s;
    }
    var tr = new u16(maxSym + 1);
    var mbt = ln(t4[i1 - 1], tr, 0);
    if (mbt > mb) {
      var i3 = 0, dt = 0;
      var lft = mbt - mb, cst = 1 << lft;
      t23.sort(function(a2, b) {
        return tr[b.s] - tr[a2.s] || a2.f - b.f;
      });
      for (; i3 < s2; ++i3) {
        var i2_1 = t23[i3].s;
        if (tr[i2_1] > mb) {
          dt += cst - (1 << mbt - tr[i2_1]);
          tr[i2_1] = mb;
        } else
          break;
      }
      dt >>= lft;
      while (dt > 0) {
        var i2_2 = t23[i3].s;
        if (tr[i2_2] < mb)
          dt -= 1 << mb - tr[i2_2]++ - 1;
        else
          ++i3;
      }
      for (; i3 >= 0 && dt; --i3) {
        var i2_3 = t23[i3].s;
        if (tr[i2_3] == mb) {
          --tr[i2_3];
          ++dt;
        }
      }
      mbt = mb;
    }
    return { t: new u8(tr), l: mbt };
  };
  var ln = function(n3, l2, d2) {
    return n3.s == -1 ? Math.max(ln(n3.l, l2, d2 + 1), ln(n3.r, l2, d2 + 1)) : l2[n3.s] = d2;
  };
  var lc = function(c2) {
    var s2 = c2.length;
    while (s2 && !c2[--s2])
      ;
    var cl = new u16(++s2);
    var cli = 0, cln = c2[0], cls = 1;
    var w2 = function(v2) {
      cl[cli++] = v2;
    };
    for (var i3 = 1; i3 <= s2; ++i3) {
      if (c2[i3] == cln && i3 != s2)
        ++cls;
      else {
        if (!cln && cls > 2) {
          for (; cls > 138; cls -= 138)
            w2(32754);
          if (cls > 2) {
            w2(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305);
            cls = 0;
          }
        } else if (cls > 3) {
          w2(cln), --cls;
          for (; cls > 6; cls -= 6)
            w2(8304);
          if (cls > 2)
            w2(cls - 3 << 5 | 8208), cls = 0;
        }
        while (cls--)
          w2(cln);
        cls = 1;
        cln = c2[i3];
      }
    }
    return { c: cl.subarray(0, cli), n: s2 };
  };
  var clen = function(cf, cl) {
    var l2 = 0;
    for (var i3 = 0; i3 < cl.length; ++i3)
      l2 += cf[i3] * cl[i3];
    return l2;
  };
  var wfblk = function(out, pos, dat) {
    var s2 = dat.length;
    var o2 = shft(pos + 2);
    out[o2] = s2 & 255;
    out[o2 + 1] = s2 >> 8;
    out[o2 + 2] = out[o2] ^ 255;
    out[o2 + 3] = out[o2 + 1] ^ 255;
    for (var i3 = 0; i3 < s2; ++i3)
      out[o2 + i3 + 4] = dat[i3];
    return (o2 + 4 + s2) * 8;
  };
  var wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p2) {
    wbits(out, p2++, final);
    ++lf[256];
    var _a2 = hTree(lf, 15), dlt = _a2.t, mlb = _a2.l;
    var _b2 = hTree(df, 15), ddt = _b2.t, mdb = _b2.l;
    var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
    var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
    var lcfreq = new u16(19);
    for (var i3 = 0; i3 < lclt.length; ++i3)
      ++lcfreq[lclt[i3] & 31];
    for (var i3 = 0; i3 < lcdt.length; ++i3)
      ++lcfreq[lcdt[i3] & 31];
    var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
    var nlcc = 19;
    for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
      ;
    var flen = bl + 5 << 3;
    var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
    var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
    if (bs >= 0 && flen <= ftlen && flen <= dtlen)
      return wfblk(out, p2, dat.subarray(bs, bs + bl));
    var lm, ll, dm, dl;
    wbits(out, p2, 1 + (dtlen < ftlen)), p2 += 2;
    if (dtlen < ftlen) {
      lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
      var llm = hMap(lct, mlcb, 0);
      wbits(out, p2, nlc - 257);
      wbits(out, p2 + 5, ndc - 1);
      wbits(out, p2 + 10, nlcc - 4);
      p2 += 14;
      for (var i3 = 0; i3 < nlcc; ++i3)
        wbits(out, p2 + 3 * i3, lct[clim[i3]]);
      p2 += 3 * nlcc;
      var lcts = [lclt, lcdt];
      for (var it = 0; it < 2; ++it) {
        var clct = lcts[it];
        for (var i3 = 0; i3 < clct.length; ++i3) {
          var len = clct[i3] & 31;
          wbits(out, p2, llm[len]), p2 += lct[len];
          if (len > 15)
            wbits(out, p2, clct[i3] >> 5 & 127), p2 += clct[i3] >> 12;
        }
      }
    } else {
      lm = flm, ll = flt, dm = fdm, dl = fdt;
    }
    for (var i3 = 0; i3 < li; ++i3) {
      var sym = syms[i3];
      if (sym > 255) {
        var len = sym >> 18 & 31;
        wbits16(out, p2, lm[len + 257]), p2 += ll[len + 257];
        if (len > 7)
          wbits(out, p2, sym >> 23 & 31), p2 += fleb[len];
        var dst = sym & 31;
        wbits16(out, p2, dm[dst]), p2 += dl[dst];
        if (dst > 3)
          wbits16(out, p2, sym >> 5 & 8191), p2 += fdeb[dst];
      } else {
        wbits16(out, p2, lm[sym]), p2 += ll[sym];
      }
    }
    wbits16(out, p2, lm[256]);
    return p2 + ll[256];
  };
  var deo = /* @__PURE__ */ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
  var et = /* @__PURE__ */ new u8(0);
  var dflt = function(dat, lvl, plvl, pre, post, st) {
    var s2 = st.z || dat.length;
    var o2 = new u8(pre + s2 + 5 * (1 + Math.ceil(s2 / 7e3)) + post);
    var w2 = o2.subarray(pre, o2.length - post);
    var lst = st.l;
    var pos = (st.r || 0) & 7;
    if (lvl) {
      if (pos)
        w2[0] = st.r >> 3;
      var opt = deo[lvl - 1];
      var n3 = opt >> 13, c2 = opt & 8191;
      var msk_1 = (1 << plvl) - 1;
      var prev = st.p || new u16(32768), head4 = st.h || new u16(msk_1 + 1);
      var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
      var hsh = function(i4) {
        return (dat[i4] ^ dat[i4 + 1] << bs1_1 ^ dat[i4 + 2] << bs2_1) & msk_1;
      };
      var syms = new i32(25e3);
      var lf = new u16(288), df = new u16(32);
      var lc_1 = 0, eb = 0, i3 = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
      for (; i3 + 2 < s2; ++i3) {
        var hv = hsh(i3);
        var imod = i3 & 32767, pimod = head4[hv];
        prev[imod] = pimod;
        head4[hv] = imod;
        if (wi <= i3) {
          var rem = s2 - i3;
          if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
            pos = wblk(dat, w2, 0, syms, lf, df, eb, li, bs, i3 - bs, pos);
            li = lc_1 = eb = 0, bs = i3;
            for (var j2 = 0; j2 < 286; ++j2)
              lf[j2] = 0;
            for (var j2 = 0; j2 < 30; ++j2)
              df[j2] = 0;
          }
          var l2 = 2, d2 = 0, ch_1 = c2, dif = imod - pimod & 32767;
          if (rem > 2 && hv == hsh(i3 - dif)) {
            var maxn = Math.min(n3, rem) - 1;
            var maxd = Math.min(32767, i3);
            var ml = Math.min(258, rem);
            while (dif <= maxd && --ch_1 && imod != pimod) {
              if (dat[i3 + l2] == dat[i3 + l2 - dif]) {
                var nl = 0;
                for (; nl < ml && dat[i3 + nl] == dat[i3 + nl - dif]; ++nl)
                  ;
                if (nl > l2) {
                  l2 = nl, d2 = dif;
                  if (nl > maxn)
                    break;
                  var mmd = Math.min(dif, nl - 2);
                  var md = 0;
                  for (var j2 = 0; j2 < mmd; ++j2) {
                    var ti = i3 - dif + j2 & 32767;
                    var pti = prev[ti];
                    var cd = ti - pti & 32767;
                    if (cd > md)
                      md = cd, pimod = ti;
                  }
                }
              }
              imod = pimod, pimod = prev[imod];
              dif += imod - pimod & 32767;
            }
          }
          if (d2) {
            syms[li++] = 268435456 | revfl[l2] << 18 | revfd[d2];
            var lin = revfl[l2] & 31, din = revfd[d2] & 31;
            eb += fleb[lin] + fdeb[din];
            ++lf[257 + lin];
            ++df[din];
            wi = i3 + l2;
            ++lc_1;
          } else {
            syms[li++] = dat[i3];
            ++lf[dat[i3]];
          }
        }
      }
      for (i3 = Math.max(i3, wi); i3 < s2; ++i3) {
        syms[li++] = dat[i3];
        ++lf[dat[i3]];
      }
      pos = wblk(dat, w2, lst, syms, lf, df, eb, li, bs, i3 - bs, pos);
      if (!lst) {
        st.r = pos & 7 | w2[pos / 8 | 0] << 3;
        pos -= 7;
        st.h = head4, st.p = prev, st.i = i3, st.w = wi;
      }
    } else {
      for (var i3 = st.w || 0; i3 < s2 + lst; i3 += 65535) {
        var e3 = i3 + 65535;
        if (e3 >= s2) {
          w2[pos / 8 | 0] = lst;
          e3 = s2;
        }
        pos = wfblk(w2, pos + 1, dat.subarray(i3, e3));
      }
      st.i = s2;
    }
    return slc(o2, 0, pre + shft(pos) + post);
  };
  var crct = /* @__PURE__ */ (function() {
    var t4 = new Int32Array(256);
    for (var i3 = 0; i3 < 256; ++i3) {
      var c2 = i3, k2 = 9;
      while (--k2)
        c2 = (c2 & 1 && -306674912) ^ c2 >>> 1;
      t4[i3] = c2;
    }
    return t4;
  })();
  var crc = function() {
    var c2 = -1;
    return {
      p: function(d2) {
        var cr = c2;
        for (var i3 = 0; i3 < d2.length; ++i3)
          cr = crct[cr & 255 ^ d2[i3]] ^ cr >>> 8;
        c2 = cr;
      },
      d: function() {
        return ~c2;
      }
    };
  };
  var dopt = function(dat, opt, pre, post, st) {
    if (!st) {
      st = { l: 1 };
      if (opt.dictionary) {
        var dict = opt.dictionary.subarray(-32768);
        var newDat = new u8(dict.length + dat.length);
        newDat.set(dict);
        newDat.set(dat, dict.length);
        dat = newDat;
        st.w = dict.length;
      }
    }
    return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st);
  };
  var mrg = function(a2, b) {
    var o2 = {};
    for (var k2 in a2)
      o2[k2] = a2[k2];
    for (var k2 in b)
      o2[k2] = b[k2];
    return o2;
  };
  var wbytes = function(d2, b, v2) {
    for (; v2; ++b)
      d2[b] = v2, v2 >>>= 8;
  };
  function deflateSync(data, opts) {
    return dopt(data, opts || {}, 0, 0);
  }
  var fltn = function(d2, p2, t4, o2) {
    for (var k2 in d2) {
      var val = d2[k2], n3 = p2 + k2, op = o2;
      if (Array.isArray(val))
        op = mrg(o2, val[1]), val = val[0];
      if (ArrayBuffer.isView(val))
        t4[n3] = [val, op];
      else {
        t4[n3 += "/"] = [new u8(0), op];
        fltn(val, n3, t4, o2);
      }
    }
  };
  var te = typeof TextEncoder != "undefined" && /* @__PURE__ */ new TextEncoder();
  var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
  var tds = 0;
  try {
    td.decode(et, { stream: true });
    tds = 1;
  } catch (e3) {
  }
  function strToU8(str, latin1) {
    if (latin1) {
      var ar_1 = new u8(str.length);
      for (var i3 = 0; i3 < str.length; ++i3)
        ar_1[i3] = str.charCodeAt(i3);
      return ar_1;
    }
    if (te)
      return te.encode(str);
    var l2 = str.length;
    var ar = new u8(str.length + (str.length >> 1));
    var ai = 0;
    var w2 = function(v2) {
      ar[ai++] = v2;
    };
    for (var i3 = 0; i3 < l2; ++i3) {
      if (ai + 5 > ar.length) {
        var n3 = new u8(ai + 8 + (l2 - i3 << 1));
        n3.set(ar);
        ar = n3;
      }
      var c2 = str.charCodeAt(i3);
      if (c2 < 128 || latin1)
        w2(c2);
      else if (c2 < 2048)
        w2(192 | c2 >> 6), w2(128 | c2 & 63);
      else if (c2 > 55295 && c2 < 57344)
        c2 = 65536 + (c2 & 1023 << 10) | str.charCodeAt(++i3) & 1023, w2(240 | c2 >> 18), w2(128 | c2 >> 12 & 63), w2(128 | c2 >> 6 & 63), w2(128 | c2 & 63);
      else
        w2(224 | c2 >> 12), w2(128 | c2 >> 6 & 63), w2(128 | c2 & 63);
    }
    return slc(ar, 0, ai);
  }
  var exfl = function(ex) {
    var le = 0;
    if (ex) {
      for (var k2 in ex) {
        var l2 = ex[k2].length;
        if (l2 > 65535)
          err(9);
        le += l2 + 4;
      }
    }
    return le;
  };
  var wzh = function(d2, b, f2, fn, u2, c2, ce, co) {
    var fl2 = fn.length, ex = f2.extra, col = co && co.length;
    var exl = exfl(ex);
    wbytes(d2, b, ce != null ? 33639248 : 67324752), b += 4;
    if (ce != null)
      d2[b++] = 20, d2[b++] = f2.os;
    d2[b] = 20, b += 2;
    d2[b++] = f2.flag << 1 | (c2 < 0 && 8), d2[b++] = u2 && 8;
    d2[b++] = f2.compression & 255, d2[b++] = f2.compression >> 8;
    var dt = new Date(f2.mtime == null ? Date.now() : f2.mtime), y2 = dt.getFullYear() - 1980;
    if (y2 < 0 || y2 > 119)
      err(10);
    wbytes(d2, b, y2 << 25 | dt.getMonth() + 1 << 21 | dt.getDate() << 16 | dt.getHours() << 11 | dt.getMinutes() << 5 | dt.getSeconds() >> 1), b += 4;
    if (c2 != -1) {
      wbytes(d2, b, f2.crc);
      wbytes(d2, b + 4, c2 < 0 ? -c2 - 2 : c2);
      wbytes(d2, b + 8, f2.size);
    }
    wbytes(d2, b + 12, fl2);
    wbytes(d2, b + 14, exl), b += 16;
    if (ce != null) {
      wbytes(d2, b, col);
      wbytes(d2, b + 6, f2.attrs);
      wbytes(d2, b + 10, ce), b += 14;
    }
    d2.set(fn, b);
    b += fl2;
    if (exl) {
      for (var k2 in ex) {
        var exf = ex[k2], l2 = exf.length;
        wbytes(d2, b, +k2);
        wbytes(d2, b + 2, l2);
        d2.set(exf, b + 4), b += 4 + l2;
      }
    }
    if (col)
      d2.set(co, b), b += col;
    return b;
  };
  var wzf = function(o2, b, c2, d2, e3) {
    wbytes(o2, b, 101010256);
    wbytes(o2, b + 8, c2);
    wbytes(o2, b + 10, c2);
    wbytes(o2, b + 12, d2);
    wbytes(o2, b + 16, e3);
  };
  function zipSync(data, opts) {
    if (!opts)
      opts = {};
    var r2 = {};
    var files2 = [];
    fltn(data, "", r2, opts);
    var o2 = 0;
    var tot = 0;
    for (var fn in r2) {
      var _a2 = r2[fn], file = _a2[0], p2 = _a2[1];
      var compression = p2.level == 0 ? 0 : 8;
      var f2 = strToU8(fn), s2 = f2.length;
      var com = p2.comment, m2 = com && strToU8(com), ms = m2 && m2.length;
      var exl = exfl(p2.extra);
      if (s2 > 65535)
        err(11);
      var d2 = compression ? deflateSync(file, p2) : file, l2 = d2.length;
      var c2 = crc();
      c2.p(file);
      files2.push(mrg(p2, {
        size: file.length,
        crc: c2.d(),
        c: d2,
        f: f2,
        m: m2,
        u: s2 != fn.length || m2 && com.length != ms,
        o: o2,
        compression
      }));
      o2 += 30 + s2 + exl + l2;
      tot += 76 + 2 * (s2 + exl) + (ms || 0) + l2;
    }
    var out = new u8(tot + 22), oe = o2, cdl = tot - o2;
    for (var i3 = 0; i3 < files2.length; ++i3) {
      var f2 = files2[i3];
      wzh(out, f2.o, f2, f2.f, f2.u, f2.c.length);
      var badd = 30 + f2.f.length + exfl(f2.extra);
      out.set(f2.c, f2.o + badd);
      wzh(out, o2, f2, f2.f, f2.u, f2.c.length, f2.o, f2.m), o2 += 16 + badd + (f2.m ? f2.m.length : 0);
    }
    wzf(out, o2, files2.length, cdl, oe);
    return out;
  }

  // ../../../node_modules/write-excel-file/modules/zip/zipToArrayBufferSync.js
  function zipToArrayBufferSync(files2) {
    var uint8Array = zipSync(files2);
    return uint8Array.buffer;
  }

  // ../../../node_modules/write-excel-file/modules/export/convertFilesContentToUint8Arrays.js
  function convertFilesContentToUint8Arrays(files2, convertFileContentToUint8Array) {
    var convertedFiles = {};
    return Promise.all(Object.keys(files2).map(function(key) {
      if (files2[key] instanceof Uint8Array) {
        convertedFiles[key] = files2[key];
      } else if (typeof files2[key] === "string") {
        convertedFiles[key] = convertStringToUint8Array(files2[key]);
      } else {
        return convertFileContentToUint8Array(files2[key]).then(function(uint8Array) {
          convertedFiles[key] = uint8Array;
        });
      }
    })).then(function() {
      return convertedFiles;
    });
  }
  function convertStringToUint8Array(string2) {
    return strToU8(string2);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/features/getAdditionalContent.js
  function _createForOfIteratorHelperLoose(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function getAdditionalContent(fileName, features2, sheetOptions, properties) {
    var content = "";
    for (var _iterator = _createForOfIteratorHelperLoose(features2), _step; !(_step = _iterator()).done; ) {
      var feature = _step.value;
      var transform4 = feature.files && feature.files.transform && feature.files.transform[fileName];
      if (transform4 && transform4.insert) {
        var insertedContent = transform4.insert(sheetOptions, properties);
        if (insertedContent) {
          content += insertedContent;
        }
      }
    }
    return content;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/features/transformContent.js
  function _createForOfIteratorHelperLoose2(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray2(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray2(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray2(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray2(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray2(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function transformContent(content, fileName, features2, sheetOptions, properties) {
    for (var _iterator = _createForOfIteratorHelperLoose2(features2), _step; !(_step = _iterator()).done; ) {
      var feature = _step.value;
      var transform4 = feature.files && feature.files.transform && feature.files.transform[fileName];
      if (transform4 && transform4.transform) {
        content = transform4.transform(content, sheetOptions, properties);
      }
    }
    return content;
  }

  // ../../../node_modules/write-excel-file/modules/xml/escapeXmlSpecialCharacters.js
  function escapeXmlSpecialCharacters(string2, _ref) {
    var isAttributeValue = _ref.isAttributeValue;
    string2 = replaceAll(string2, "&", "&amp;");
    string2 = replaceAll(string2, ">", "&gt;");
    string2 = replaceAll(string2, "<", "&lt;");
    if (isAttributeValue) {
      string2 = replaceAll(string2, "'", "&apos;");
      string2 = replaceAll(string2, '"', "&quot;");
    }
    return string2;
  }
  function replaceAll(string2, replacedSubstring, replacementSubstring) {
    if (string2.replaceAll) {
      return string2.replaceAll(replacedSubstring, replacementSubstring);
    }
    return string2.replace(new RegExp(replacedSubstring, "g"), replacementSubstring);
  }

  // ../../../node_modules/write-excel-file/modules/xml/removeInvalidXmlCharacters.js
  var INVALID_CHARACTERS = /((?:[\0-\x08\x0B\f\x0E-\x1F\uFFFD\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]))/g;
  var DISCOURAGED_CHARACTERS = new RegExp("([\\x7F-\\x84]|[\\x86-\\x9F]|[\\uFDD0-\\uFDEF]|(?:\\uD83F[\\uDFFE\\uDFFF])|(?:\\uD87F[\\uDFFE\\uDFFF])|(?:\\uD8BF[\\uDFFE\\uDFFF])|(?:\\uD8FF[\\uDFFE\\uDFFF])|(?:\\uD93F[\\uDFFE\\uDFFF])|(?:\\uD97F[\\uDFFE\\uDFFF])|(?:\\uD9BF[\\uDFFE\\uDFFF])|(?:\\uD9FF[\\uDFFE\\uDFFF])|(?:\\uDA3F[\\uDFFE\\uDFFF])|(?:\\uDA7F[\\uDFFE\\uDFFF])|(?:\\uDABF[\\uDFFE\\uDFFF])|(?:\\uDAFF[\\uDFFE\\uDFFF])|(?:\\uDB3F[\\uDFFE\\uDFFF])|(?:\\uDB7F[\\uDFFE\\uDFFF])|(?:\\uDBBF[\\uDFFE\\uDFFF])|(?:\\uDBFF[\\uDFFE\\uDFFF])(?:[\\0-\\t\\x0B\\f\\x0E-\\u2027\\u202A-\\uD7FF\\uE000-\\uFFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?:[^\\uD800-\\uDBFF]|^)[\\uDC00-\\uDFFF]))", "g");
  function removeInvalidXmlCharacters(string2) {
    string2 = string2.replace(INVALID_CHARACTERS, "");
    string2 = string2.replace(DISCOURAGED_CHARACTERS, "");
    return string2;
  }

  // ../../../node_modules/write-excel-file/modules/xml/sanitizeAttributeValue.js
  function sanitizeAttributeValue(attributeValue) {
    if (typeof attributeValue !== "string") {
      throw new TypeError("Argument must be a string");
    }
    attributeValue = removeInvalidXmlCharacters(attributeValue);
    return escapeXmlSpecialCharacters(attributeValue, {
      isAttributeValue: true
    });
  }

  // ../../../node_modules/write-excel-file/modules/xml/sanitizeAttributeName.js
  function sanitizeAttributeName(attributeName) {
    if (typeof attributeName !== "string") {
      throw new TypeError("Argument must be a string");
    }
    attributeName = removeInvalidXmlCharacters(attributeName);
    return attributeName.replace(/[^a-zA-Z_0-9-.:]/g, "").replace(/^[^a-zA-Z_]+/, "");
  }

  // ../../../node_modules/write-excel-file/modules/xml/getAttributesString.js
  function getAttributesString(attributes) {
    return Object.keys(attributes).map(function(name) {
      return "".concat(sanitizeAttributeName(name), '="').concat(sanitizeAttributeValue(String(attributes[name])), '"');
    }).reduce(function(combined, part) {
      return combined + " " + part;
    }, "");
  }

  // ../../../node_modules/write-excel-file/modules/xml/getOpeningTagMarkup.js
  function getOpeningTagMarkup(tagName, attributes) {
    return "<" + tagName + (attributes ? getAttributesString(attributes) : "") + ">";
  }

  // ../../../node_modules/write-excel-file/modules/xml/getClosingTagMarkup.js
  function getClosingTagMarkup(tagName) {
    return "</" + tagName + ">";
  }

  // ../../../node_modules/write-excel-file/modules/xml/getSelfClosingTagMarkup.js
  function getSelfClosingTagMarkup(tagName, attributes) {
    return getOpeningTagMarkup(tagName, attributes).slice(0, -1) + "/>";
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/features/getElementXml.js
  function _createForOfIteratorHelperLoose3(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray3(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray3(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray3(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray3(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray3(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function getElementXml(fileName, tagName, attributes, innerXml, index, properties, sheetOptionsOrSheetsOptions, features2) {
    for (var _iterator = _createForOfIteratorHelperLoose3(features2), _step; !(_step = _iterator()).done; ) {
      var feature = _step.value;
      var transform4 = feature.files && feature.files.transform && feature.files.transform[fileName];
      if (transform4 && transform4.transformElementAttributes) {
        attributes = transform4.transformElementAttributes(tagName, attributes || NO_ATTRIBUTES, index, sheetOptionsOrSheetsOptions, properties);
      }
    }
    if (innerXml) {
      return getOpeningTagMarkup(tagName, attributes) + innerXml + getClosingTagMarkup(tagName);
    } else {
      return getSelfClosingTagMarkup(tagName, attributes);
    }
  }
  var NO_ATTRIBUTES = {};

  // ../../../node_modules/write-excel-file/modules/xlsx/files/workbook.xml.js
  function generateWorkbookXml(_ref) {
    var sheetIdsAndNames = _ref.sheetIdsAndNames, features2 = _ref.features, sheetsOptions = _ref.sheetsOptions;
    var tag = function tag2(tagName, attributes, innerXml, index) {
      return getElementXml("xl/workbook.xml", tagName, attributes, innerXml, index, EMPTY_OBJECT, sheetsOptions, features2);
    };
    var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:mv="urn:schemas-microsoft-com:mac:vml" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' + // The order of elements is dictated by the XLSX spec.
    //
    // <workbookPr/>
    tag("workbookPr") + // <bookViews/>
    tag("bookViews", null, tag("workbookView", null, null, 0)) + // <sheets/>
    tag("sheets", null, sheetIdsAndNames.map(function(_ref2, i3) {
      var sheetId = _ref2.sheetId, sheetName = _ref2.sheetName;
      return tag("sheet", {
        "r:id": "rId".concat(sheetId),
        sheetId,
        name: sheetName
      }, null, i3);
    }).join("")) + // <definedNames/>
    tag("definedNames") + // <calcPr/>
    tag("calcPr") + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("xl/workbook.xml", features2, sheetsOptions) + "</workbook>";
    xml = transformContent(xml, "xl/workbook.xml", features2, sheetsOptions);
    return xml;
  }
  var EMPTY_OBJECT = {};

  // ../../../node_modules/write-excel-file/modules/xlsx/files/workbook.xml.rels.js
  function generateWorkbookXmlRels(_ref) {
    var sheetIds = _ref.sheetIds, features2 = _ref.features, sheetsOptions = _ref.sheetsOptions;
    var xml = '<?xml version="1.0" ?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + sheetIds.map(function(id) {
      return '<Relationship Id="rId'.concat(id, '" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet').concat(id, '.xml"/>');
    }).join("") + '<Relationship Id="rId'.concat(sheetIds.length + 1, '" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>') + '<Relationship Id="rId'.concat(sheetIds.length + 2, '" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>') + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("xl/_rels/workbook.xml.rels", features2, sheetsOptions) + "</Relationships>";
    xml = transformContent(xml, "xl/_rels/workbook.xml.rels", features2, sheetsOptions);
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/rels.js
  function generateRelsXml(_ref) {
    var features2 = _ref.features, sheetsOptions = _ref.sheetsOptions;
    var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId-workbook-1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>' + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("_rels/.rels", features2, sheetsOptions) + "</Relationships>";
    xml = transformContent(xml, "_rels/.rels", features2, sheetsOptions);
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/[Content_Types].xml.js
  function generateContentTypesXml(_ref) {
    var sheetIds = _ref.sheetIds, features2 = _ref.features, sheetsOptions = _ref.sheetsOptions;
    var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ContentType="application/xml" Extension="xml"/><Default ContentType="application/vnd.openxmlformats-package.relationships+xml" Extension="rels"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" PartName="/xl/workbook.xml"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml" PartName="/xl/sharedStrings.xml"/><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml" PartName="/xl/styles.xml"/>' + sheetIds.map(function(sheetId) {
      return '<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml" PartName="/xl/worksheets/sheet'.concat(sheetId, '.xml"/>');
    }).join("") + sheetIds.map(function(sheetId) {
      return getDrawingContentTypeXml(sheetId);
    }).join("") + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("[Content_Types].xml", features2, sheetsOptions) + "</Types>";
    xml = transformContent(xml, "[Content_Types].xml", features2, sheetsOptions);
    return xml;
  }
  function getDrawingContentTypeXml(sheetId) {
    return '<Override ContentType="application/vnd.openxmlformats-officedocument.drawing+xml" PartName="/xl/drawings/drawing'.concat(sheetId, '.xml"/>');
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/drawing.xml.js
  function generateDrawingXml(_ref) {
    var sheetIndex = _ref.sheetIndex, sheetId = _ref.sheetId, sheetOptions = _ref.sheetOptions, features2 = _ref.features;
    var xml = DRAWING_XML_START + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("xl/drawings/drawing{id}.xml", features2, sheetOptions, {
      sheetIndex,
      sheetId
    }) + DRAWING_XML_END;
    xml = transformContent(xml, "xl/drawings/drawing{id}.xml", features2, sheetOptions, {
      sheetIndex,
      sheetId
    });
    return xml;
  }
  var DRAWING_XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">';
  var DRAWING_XML_END = "</xdr:wsDr>";

  // ../../../node_modules/write-excel-file/modules/xlsx/files/drawing.xml.rels.js
  function generateDrawingXmlRels(_ref) {
    var sheetIndex = _ref.sheetIndex, sheetId = _ref.sheetId, sheetOptions = _ref.sheetOptions, features2 = _ref.features;
    var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("xl/drawings/_rels/drawing{id}.xml.rels", features2, sheetOptions, {
      sheetIndex,
      sheetId
    }) + "</Relationships>";
    xml = transformContent(xml, "xl/drawings/_rels/drawing{id}.xml.rels", features2, sheetOptions, {
      sheetIndex,
      sheetId
    });
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/sheetViews.js
  function generateSheetViews(tag, viewProperties, sheetIndex) {
    if (!hasView(viewProperties)) {
      return "";
    }
    var showGridLines = viewProperties.showGridLines, rightToLeft = viewProperties.rightToLeft, zoomScale = viewProperties.zoomScale;
    var sheetViewAttributes = {
      tabSelected: sheetIndex === 0 ? 1 : 0,
      // The first sheet is selected by default.
      workbookViewId: 0
    };
    if (showGridLines === false) {
      sheetViewAttributes.showGridLines = false;
    }
    if (rightToLeft) {
      sheetViewAttributes.rightToLeft = 1;
    }
    if (typeof zoomScale === "number") {
      sheetViewAttributes.zoomScale = Math.round(zoomScale * 100);
    }
    var sheetViewXml = tag("sheetView", sheetViewAttributes, null, 0);
    return tag("sheetViews", null, sheetViewXml);
  }
  function hasView(_ref) {
    var showGridLines = _ref.showGridLines, rightToLeft = _ref.rightToLeft, zoomScale = _ref.zoomScale;
    return showGridLines === false || rightToLeft || typeof zoomScale === "number";
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/column.js
  function generateColumnDescription(tag, column, index) {
    if (!column) {
      return "";
    }
    var width = column.width;
    if (!width) {
      return "";
    }
    var columnNumber = index + 1;
    var attributes = {
      min: columnNumber,
      max: columnNumber,
      width,
      customWidth: 1
    };
    return tag("col", attributes, null, index);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/columns.js
  function generateColumnsDescription(tag, columns) {
    if (columns) {
      var columnsXml = columns.map(function(column, index) {
        return generateColumnDescription(tag, column, index);
      }).join("");
      if (columnsXml) {
        return tag("cols", null, columnsXml);
      }
    }
    return "";
  }

  // ../../../node_modules/write-excel-file/modules/xml/sanitizeTextContent.js
  function sanitizeTextContent(textContent) {
    if (typeof textContent !== "string") {
      throw new TypeError("Argument must be a string");
    }
    textContent = removeInvalidXmlCharacters(textContent);
    return escapeXmlSpecialCharacters(textContent, {
      isAttributeValue: false
    });
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getCellAddress.js
  function getCellAddress(rowIndex, columnIndex) {
    return "".concat(getColumnLetter(columnIndex)).concat(rowIndex + 1);
  }
  var LETTERS_COUNT = 26;
  function getColumnLetter(columnIndex) {
    if (typeof columnIndex !== "number") {
      return "";
    }
    var prefix = Math.floor(columnIndex / LETTERS_COUNT);
    var letter = String.fromCharCode(97 + columnIndex % LETTERS_COUNT).toUpperCase();
    if (prefix === 0) {
      return letter;
    }
    return getColumnLetter(prefix - 1) + letter;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/convertDateToSerialNumber.js
  var daysBeforeUnixEpoch = 70 * 365 + 19;
  var hour = 60 * 60 * 1e3;
  var day = 24 * hour;
  function convertDateToSerialNumber(date2) {
    return date2.getTime() / day + daysBeforeUnixEpoch;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/cell.js
  function _slicedToArray(r2, e3) {
    return _arrayWithHoles(r2) || _iterableToArrayLimit(r2, e3) || _unsupportedIterableToArray4(r2, e3) || _nonIterableRest();
  }
  function _nonIterableRest() {
    throw new TypeError("Invalid attempt to destructure non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray4(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray4(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray4(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray4(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function _iterableToArrayLimit(r2, l2) {
    var t4 = null == r2 ? null : "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (null != t4) {
      var e3, n3, i3, u2, a2 = [], f2 = true, o2 = false;
      try {
        if (i3 = (t4 = t4.call(r2)).next, 0 === l2) {
          if (Object(t4) !== t4) return;
          f2 = false;
        } else for (; !(f2 = (e3 = i3.call(t4)).done) && (a2.push(e3.value), a2.length !== l2); f2 = true) ;
      } catch (r3) {
        o2 = true, n3 = r3;
      } finally {
        try {
          if (!f2 && null != t4["return"] && (u2 = t4["return"](), Object(u2) !== u2)) return;
        } finally {
          if (o2) throw n3;
        }
      }
      return a2;
    }
  }
  function _arrayWithHoles(r2) {
    if (Array.isArray(r2)) return r2;
  }
  function generateCell(tag, _ref, index, rowIndex) {
    var value2 = _ref.value, type = _ref.type, cellStyleId = _ref.cellStyleId, findOrCreateSharedString = _ref.findOrCreateSharedString;
    if (value2 === null) {
      if (cellStyleId === void 0) {
        return "";
      }
    }
    var cellAttributes = {
      r: getCellAddress(rowIndex, index)
    };
    if (cellStyleId !== void 0) {
      cellAttributes.s = String(cellStyleId);
    }
    if (value2 === null) {
      return tag("c", cellAttributes, null, index);
    }
    if (type === Date && cellStyleId === void 0) {
      throw new Error("No `format` was specified for a `Date` value in a cell in row ".concat(rowIndex + 1, " column ").concat(index + 1, ". Either specify a `format` for this cell or specify a default global one by passing `dateFormat` option to `writeXlsxFile()` function"));
    }
    var valueTextContent = getValueTextContent(type, value2, findOrCreateSharedString);
    var typeAttribute = getTypeAttribute(type);
    if (typeAttribute) {
      cellAttributes.t = typeAttribute;
    }
    var _getOpeningAndClosing = getOpeningAndClosingTags(type), _getOpeningAndClosing2 = _slicedToArray(_getOpeningAndClosing, 2), valueOpeningTags = _getOpeningAndClosing2[0], valueClosingTags = _getOpeningAndClosing2[1];
    var cellXml = valueOpeningTags + valueTextContent + valueClosingTags;
    return tag("c", cellAttributes, cellXml, index);
  }
  function getTypeAttribute(type) {
    switch (type) {
      case String:
        return "s";
      // I don't know why did I comment out the use of "inlineStr" XLSX type.
      // Perhaps there were some issues with it. Or perhaps there weren't and everyone else just uses "s".
      // // "inlineStr" type is used instead of "s" to avoid creating a "shared strings" index.
      // return 'inlineStr'
      case Number:
        return;
      case Date:
        return;
      case Boolean:
        return "b";
      case "Formula":
        return;
      default:
        throw new Error("Unknown type: ".concat(type && type.name || type));
    }
  }
  function getValueTextContent(type, value2, findOrCreateSharedString) {
    switch (type) {
      case String:
        if (typeof value2 !== "string") {
          throw new Error("Invalid cell value: ".concat(value2, ". Expected a string"));
        }
        return findOrCreateSharedString(value2);
      case Number:
        if (typeof value2 !== "number") {
          throw new Error("Invalid cell value: ".concat(value2, ". Expected a number"));
        }
        return String(value2);
      case Date:
        if (!(value2 instanceof Date)) {
          throw new Error("Invalid cell value: ".concat(value2, ". Expected a Date"));
        }
        return String(convertDateToSerialNumber(value2));
      case Boolean:
        if (typeof value2 !== "boolean") {
          throw new Error("Invalid cell value: ".concat(value2, ". Expected a boolean"));
        }
        return value2 ? "1" : "0";
      case "Formula":
        if (typeof value2 !== "string") {
          throw new Error("Invalid cell value: ".concat(value2, ". Expected a string"));
        }
        return sanitizeTextContent(value2);
      default:
        throw new Error("Unknown type: ".concat(type && type.name || type));
    }
  }
  var TAG_BRACKET_LEFT_REGEXP = /</g;
  function getOpeningAndClosingTags(type) {
    var openingTags = getOpeningTags(type);
    var closingTags = openingTags.replace(TAG_BRACKET_LEFT_REGEXP, "</");
    return [openingTags, closingTags];
  }
  function getOpeningTags(type) {
    switch (type) {
      // case 'inlineStr':
      //   return '<is><t>'
      case "Formula":
        return "<f>";
      default:
        return "<v>";
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/hasAlignment.js
  function hasAlignment(_ref) {
    var align = _ref.align, alignVertical = _ref.alignVertical, textRotation = _ref.textRotation, indent = _ref.indent, wrap = _ref.wrap;
    return Boolean(align || alignVertical || typeof textRotation === "number" || indent || wrap);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/hasBorder.js
  function hasBorder(_ref) {
    var borderColor = _ref.borderColor, borderStyle = _ref.borderStyle, leftBorderColor = _ref.leftBorderColor, leftBorderStyle = _ref.leftBorderStyle, rightBorderColor = _ref.rightBorderColor, rightBorderStyle = _ref.rightBorderStyle, topBorderColor = _ref.topBorderColor, topBorderStyle = _ref.topBorderStyle, bottomBorderColor = _ref.bottomBorderColor, bottomBorderStyle = _ref.bottomBorderStyle;
    return Boolean(borderColor || borderStyle || leftBorderColor || leftBorderStyle || rightBorderColor || rightBorderStyle || topBorderColor || topBorderStyle || bottomBorderColor || bottomBorderStyle);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/hasFill.js
  function hasFill(_ref) {
    var backgroundColor = _ref.backgroundColor, fillPatternStyle = _ref.fillPatternStyle, fillPatternColor = _ref.fillPatternColor;
    return Boolean(backgroundColor || fillPatternStyle && fillPatternColor);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/hasFont.js
  function hasFont(_ref) {
    var fontFamily = _ref.fontFamily, fontSize = _ref.fontSize, fontWeight = _ref.fontWeight, fontStyle = _ref.fontStyle, textDecoration = _ref.textDecoration, textColor = _ref.textColor;
    return Boolean(fontFamily || typeof fontSize === "number" || fontWeight || fontStyle || textDecoration && Object.keys(textDecoration).length > 0 || textColor);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/helpers/getCellStyleProperties.js
  function getCellStyleProperties(cell4, features2) {
    var align = cell4.align, alignVertical = cell4.alignVertical, textRotation = cell4.textRotation, indent = cell4.indent, wrap = cell4.wrap, fontFamily = cell4.fontFamily, fontSize = cell4.fontSize, fontWeight = cell4.fontWeight, fontStyle = cell4.fontStyle, textDecoration = cell4.textDecoration, textColor = cell4.textColor, backgroundColor = cell4.backgroundColor, fillPatternStyle = cell4.fillPatternStyle, fillPatternColor = cell4.fillPatternColor, borderColor = cell4.borderColor, borderStyle = cell4.borderStyle, leftBorderColor = cell4.leftBorderColor, leftBorderStyle = cell4.leftBorderStyle, rightBorderColor = cell4.rightBorderColor, rightBorderStyle = cell4.rightBorderStyle, topBorderColor = cell4.topBorderColor, topBorderStyle = cell4.topBorderStyle, bottomBorderColor = cell4.bottomBorderColor, bottomBorderStyle = cell4.bottomBorderStyle;
    if (hasAlignment({
      align,
      alignVertical,
      textRotation,
      indent,
      wrap
    }) || hasFont({
      fontFamily,
      fontSize,
      fontWeight,
      fontStyle,
      textDecoration,
      textColor
    }) || hasFill({
      backgroundColor,
      fillPatternStyle,
      fillPatternColor
    }) || hasBorder({
      borderColor,
      borderStyle,
      leftBorderColor,
      leftBorderStyle,
      rightBorderColor,
      rightBorderStyle,
      topBorderColor,
      topBorderStyle,
      bottomBorderColor,
      bottomBorderStyle
    })) {
      return omitUndefinedProperties({
        // alignment
        align,
        alignVertical,
        textRotation,
        indent,
        wrap,
        // font
        fontFamily,
        fontSize,
        fontWeight,
        fontStyle,
        textDecoration,
        textColor,
        // fill
        backgroundColor,
        fillPatternStyle,
        fillPatternColor,
        // border
        borderColor,
        borderStyle,
        leftBorderColor,
        leftBorderStyle,
        rightBorderColor,
        rightBorderStyle,
        topBorderColor,
        topBorderStyle,
        bottomBorderColor,
        bottomBorderStyle
      });
    }
  }
  function omitUndefinedProperties(object2) {
    var filteredObject = {};
    for (var key in object2) {
      if (object2[key] !== void 0) {
        filteredObject[key] = object2[key];
      }
    }
    return filteredObject;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/isObject.js
  var objectConstructor = {}.constructor;
  function isObject(object2) {
    return object2 !== void 0 && object2 !== null && object2.constructor === objectConstructor;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/isCellObject.js
  function isCellObject(cell4) {
    return isObject(cell4);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/row.js
  function _typeof(o2) {
    "@babel/helpers - typeof";
    return _typeof = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o3) {
      return typeof o3;
    } : function(o3) {
      return o3 && "function" == typeof Symbol && o3.constructor === Symbol && o3 !== Symbol.prototype ? "symbol" : typeof o3;
    }, _typeof(o2);
  }
  function ownKeys(e3, r2) {
    var t4 = Object.keys(e3);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e3);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e3, r3).enumerable;
      })), t4.push.apply(t4, o2);
    }
    return t4;
  }
  function _objectSpread(e3) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t4 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys(Object(t4), true).forEach(function(r3) {
        _defineProperty(e3, r3, t4[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(t4)) : ownKeys(Object(t4)).forEach(function(r3) {
        Object.defineProperty(e3, r3, Object.getOwnPropertyDescriptor(t4, r3));
      });
    }
    return e3;
  }
  function _defineProperty(e3, r2, t4) {
    return (r2 = _toPropertyKey(r2)) in e3 ? Object.defineProperty(e3, r2, { value: t4, enumerable: true, configurable: true, writable: true }) : e3[r2] = t4, e3;
  }
  function _toPropertyKey(t4) {
    var i3 = _toPrimitive(t4, "string");
    return "symbol" == _typeof(i3) ? i3 : i3 + "";
  }
  function _toPrimitive(t4, r2) {
    if ("object" != _typeof(t4) || !t4) return t4;
    var e3 = t4[Symbol.toPrimitive];
    if (void 0 !== e3) {
      var i3 = e3.call(t4, r2 || "default");
      if ("object" != _typeof(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t4);
  }
  function _createForOfIteratorHelperLoose4(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray5(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray5(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray5(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray5(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray5(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function generateRow(tag, row, index, parameters) {
    var rowHeight;
    for (var _iterator = _createForOfIteratorHelperLoose4(row), _step; !(_step = _iterator()).done; ) {
      var cell4 = _step.value;
      if (isCellObject(cell4)) {
        if (cell4.height) {
          if (rowHeight === void 0 || rowHeight < cell4.height) {
            rowHeight = cell4.height;
          }
        }
      }
    }
    var rowIndex = index;
    var rowCellsXml = row.map(function(cell5, index2) {
      return getCellXml(tag, cell5, index2, rowIndex, parameters);
    }).join("");
    var rowAttributes = {
      r: index + 1
    };
    if (rowHeight) {
      rowAttributes.ht = rowHeight;
      rowAttributes.customHeight = 1;
    }
    return tag("row", rowAttributes, rowCellsXml, index);
  }
  function getCellXml(tag, cell4, index, rowIndex, _ref) {
    var findOrCreateCellStyle = _ref.findOrCreateCellStyle, findOrCreateSharedString = _ref.findOrCreateSharedString, hasDefaultFont = _ref.hasDefaultFont, dateFormat = _ref.dateFormat, features2 = _ref.features;
    if (cell4 === void 0 || cell4 === null) {
      return "";
    }
    var cellObject = isCellObject(cell4) ? cell4 : {
      value: cell4
    };
    var cellStyleProperties = getCellStyleProperties(cellObject, features2);
    var type = cellObject.type, value2 = cellObject.value, format2 = cellObject.format;
    if (isEmpty(value2)) {
      value2 = null;
    } else {
      if (type === void 0) {
        type = detectValueType(value2);
        if (type === void 0) {
          type = String;
          value2 = String(value2);
        }
      }
    }
    if (format2) {
      if (type !== Date && type !== Number && type !== String && type !== "Formula") {
        throw new Error('`format` "'.concat(format2, '" was specified on a cell of type `').concat(type, '`. `format` could only be specified on a cell of type `Date`, `Number`, `String` or `"Formula"`.'));
      }
      if (type === String && format2 !== "@") {
        throw new Error('`format` "'.concat(format2, '" was specified on a cell of type `String`. The only supported `format` for a cell of type `String` is "@".'));
      }
    } else {
      if (type === Date) {
        format2 = dateFormat;
      }
    }
    var hasFormat = Boolean(format2);
    var hasCellStyle = Boolean(cellStyleProperties);
    var cellStyleId;
    if (hasDefaultFont || hasFormat || hasCellStyle) {
      cellStyleId = findOrCreateCellStyle(_objectSpread({
        format: format2
      }, cellStyleProperties));
    }
    return generateCell(tag, {
      value: value2,
      type,
      cellStyleId,
      findOrCreateSharedString
    }, index, rowIndex);
  }
  function isEmpty(value2) {
    return value2 === void 0 || value2 === null || value2 === "";
  }
  function detectValueType(value2) {
    switch (_typeof(value2)) {
      case "string":
        return String;
      case "number":
        return Number;
      case "boolean":
        return Boolean;
      default:
        if (value2 instanceof Date) {
          return Date;
        }
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/sheetData.js
  function generateSheetData(tag, sheetData, parameters) {
    var sheetDataXml = sheetData.map(function(row, index) {
      return generateRow(tag, row, index, parameters);
    }).join("");
    return tag("sheetData", null, sheetDataXml);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/processMergedCells.js
  function processMergedCells(sheetData, features2) {
    var mergedCells = [];
    var _cloneSheetData = function cloneSheetData() {
      sheetData = sheetData.slice();
      var i3 = 0;
      while (i3 < sheetData.length) {
        sheetData[i3] = sheetData[i3].slice();
        i3++;
      }
      _cloneSheetData = function cloneSheetData2() {
        return sheetData;
      };
      return sheetData;
    };
    var rowIndex = 0;
    while (rowIndex < sheetData.length) {
      var row = sheetData[rowIndex];
      var columnIndex = 0;
      while (columnIndex < row.length) {
        var cell4 = row[columnIndex];
        if (cell4) {
          var _cell$rowSpan = cell4.rowSpan, rowSpan = _cell$rowSpan === void 0 ? 1 : _cell$rowSpan;
          var columnSpan = typeof cell4.span === "number" ? cell4.span : cell4.columnSpan;
          if (typeof columnSpan !== "number") {
            columnSpan = 1;
          }
          if (columnSpan > 1 || rowSpan > 1) {
            processSpanningCells(sheetData, rowIndex, columnIndex, columnSpan, rowSpan, _cloneSheetData, features2);
            mergedCells.push([[rowIndex, columnIndex], [rowIndex + (rowSpan ? rowSpan - 1 : 0), columnIndex + (columnSpan ? columnSpan - 1 : 0)]]);
          }
        }
        columnIndex++;
      }
      rowIndex++;
    }
    return {
      sheetData,
      mergedCells
    };
  }
  function processSpanningCells(sheetData, rowIndex, columnIndex, columnSpan, rowSpan, cloneSheetData, features2) {
    var cellStyleProperties = getCellStyleProperties(sheetData[rowIndex][columnIndex], features2);
    if (cellStyleProperties) {
      sheetData = cloneSheetData();
    }
    var i3 = rowIndex;
    while (i3 <= rowIndex + (rowSpan - 1)) {
      var j2 = columnIndex;
      while (j2 <= columnIndex + (columnSpan - 1)) {
        var cell4 = sheetData[i3][j2];
        if (i3 > rowIndex || j2 > columnIndex) {
          if (cell4 !== null && cell4 !== void 0) {
            throw new Error("[write-excel-file] When using `columnSpan` or `rowSpan` parameters, all hidden overlapped cells should be represented by `null`s or `undefined`s. Cell at row ".concat(rowIndex + 1, " and column ").concat(columnIndex + 1, " is configured with `columnSpan` ").concat(columnSpan, " and `rowSpan` ").concat(rowSpan, ". Cell at row ").concat(i3 + 1, " and column ").concat(j2 + 1, " is neither `null` nor `undefined`: ").concat(JSON.stringify(cell4)));
          }
          if (cellStyleProperties) {
            sheetData[i3][j2] = cellStyleProperties;
          }
        }
        j2++;
      }
      i3++;
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/mergedCellsDescription.js
  function _slicedToArray2(r2, e3) {
    return _arrayWithHoles2(r2) || _iterableToArrayLimit2(r2, e3) || _unsupportedIterableToArray6(r2, e3) || _nonIterableRest2();
  }
  function _nonIterableRest2() {
    throw new TypeError("Invalid attempt to destructure non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray6(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray6(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray6(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray6(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function _iterableToArrayLimit2(r2, l2) {
    var t4 = null == r2 ? null : "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (null != t4) {
      var e3, n3, i3, u2, a2 = [], f2 = true, o2 = false;
      try {
        if (i3 = (t4 = t4.call(r2)).next, 0 === l2) {
          if (Object(t4) !== t4) return;
          f2 = false;
        } else for (; !(f2 = (e3 = i3.call(t4)).done) && (a2.push(e3.value), a2.length !== l2); f2 = true) ;
      } catch (r3) {
        o2 = true, n3 = r3;
      } finally {
        try {
          if (!f2 && null != t4["return"] && (u2 = t4["return"](), Object(u2) !== u2)) return;
        } finally {
          if (o2) throw n3;
        }
      }
      return a2;
    }
  }
  function _arrayWithHoles2(r2) {
    if (Array.isArray(r2)) return r2;
  }
  function generateMergedCellsDescription(tag, mergedCells) {
    if (mergedCells.length === 0) {
      return "";
    }
    var mergeCellsXml = mergedCells.map(function(_ref, index) {
      var _ref2 = _slicedToArray2(_ref, 2), from = _ref2[0], to = _ref2[1];
      var ref = getCellAddress(from[0], from[1]) + ":" + getCellAddress(to[0], to[1]);
      return tag("mergeCell", {
        ref
      }, null, index);
    }).join("");
    return tag("mergeCells", {
      count: mergedCells.length
    }, mergeCellsXml);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/pageMargins.js
  function generatePageMargins(tag, _ref) {
    var orientation = _ref.orientation;
    if (orientation) {
      var marginLeft = 0.7;
      var marginRight = 0.7;
      var marginTop = 0.75;
      var marginBottom = 0.75;
      var header = 0.3;
      var footer = 0.3;
      return tag("pageMargins", {
        left: marginLeft,
        right: marginRight,
        top: marginTop,
        bottom: marginBottom,
        header,
        footer
      });
    }
    return "";
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/pageSetup.js
  function generatePageSetup(tag, _ref) {
    var orientation = _ref.orientation;
    if (orientation) {
      var paperSize = 9;
      return tag("pageSetup", {
        paperSize,
        orientation: sanitizeAttributeValue(orientation)
      });
    }
    return "";
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/drawingReference.js
  function generateDrawingReference(tag) {
    return tag("drawing", {
      "r:id": "rId-drawing-1"
    });
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/sheet.xml.js
  function generateSheetXml(sheetXmlParameters, features2) {
    var sheetData_ = sheetXmlParameters.sheetData, sheetOptions = sheetXmlParameters.sheetOptions, sheetIndex = sheetXmlParameters.sheetIndex, sheetId = sheetXmlParameters.sheetId, hasDefaultFont = sheetXmlParameters.hasDefaultFont, findOrCreateCellStyle = sheetXmlParameters.findOrCreateCellStyle, findOrCreateSharedString = sheetXmlParameters.findOrCreateSharedString;
    var columns = sheetOptions.columns, dateFormat = sheetOptions.dateFormat, orientation = sheetOptions.orientation, showGridLines = sheetOptions.showGridLines, rightToLeft = sheetOptions.rightToLeft, zoomScale = sheetOptions.zoomScale;
    var _processMergedCells = processMergedCells(sheetData_, {
      features: features2
    }), sheetData = _processMergedCells.sheetData, mergedCells = _processMergedCells.mergedCells;
    var tagFunctionProperties = {
      sheetIndex,
      sheetId
    };
    var tag = function tag2(tagName, attributes, innerXml, index) {
      return getElementXml("xl/worksheets/sheet{id}.xml", tagName, attributes, innerXml, index, tagFunctionProperties, sheetOptions, features2);
    };
    var xml = '<?xml version="1.0" ?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:mv="urn:schemas-microsoft-com:mac:vml" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' + // The order of elements is dictated by the XLSX spec.
    //
    // `<sheetViews/>`
    generateSheetViews(tag, {
      showGridLines,
      rightToLeft,
      zoomScale
    }, sheetIndex) + // `<cols/>`
    generateColumnsDescription(tag, columns) + // `<sheetData/>`
    generateSheetData(tag, sheetData, {
      findOrCreateCellStyle,
      findOrCreateSharedString,
      hasDefaultFont,
      dateFormat,
      features: features2
    }) + // `<mergeCells/>`
    generateMergedCellsDescription(tag, mergedCells) + // `<pageMargins/>`
    generatePageMargins(tag, {
      orientation
    }) + // `<pageSetup/>`
    generatePageSetup(tag, {
      orientation
    }) + // `<drawing/>`
    generateDrawingReference(tag) + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("xl/worksheets/sheet{id}.xml", features2, sheetOptions, {
      sheetIndex,
      sheetId
    }) + "</worksheet>";
    xml = transformContent(xml, "xl/worksheets/sheet{id}.xml", features2, sheetOptions, {
      sheetIndex,
      sheetId
    });
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml.rels.js
  function generateSheetXmlRels(_ref) {
    var sheetIndex = _ref.sheetIndex, sheetId = _ref.sheetId, sheetOptions = _ref.sheetOptions, features2 = _ref.features;
    var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + // Each sheet has at most one "drawing", so a globally-unique drawing ID is assumed to be the sheet ID.
    getDrawingRelationshipXml(sheetId) + // Apply any plugins that insert additional content to this XML.
    getAdditionalContent("xl/worksheets/_rels/sheet{id}.xml.rels", features2, sheetOptions, {
      sheetIndex,
      sheetId
    }) + "</Relationships>";
    xml = transformContent(xml, "xl/worksheets/_rels/sheet{id}.xml.rels", features2, sheetOptions, {
      sheetIndex,
      sheetId
    });
    return xml;
  }
  function getDrawingRelationshipXml(sheetId) {
    return '<Relationship Id="rId-drawing-1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing'.concat(sheetId, '.xml"/>');
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sharedStrings.xml.js
  function _createForOfIteratorHelperLoose5(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray7(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray7(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray7(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray7(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray7(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function generateSharedStringsXml(sharedStrings) {
    var xml = '<?xml version="1.0"?>';
    xml += '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    for (var _iterator = _createForOfIteratorHelperLoose5(sharedStrings), _step; !(_step = _iterator()).done; ) {
      var string2 = _step.value;
      var attributes = string2.trim().length === string2.length ? "" : ' xml:space="preserve"';
      xml += "<si><t".concat(attributes, ">");
      xml += sanitizeTextContent(string2);
      xml += "</t></si>";
    }
    xml += "</sst>";
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getXlsxColorForHexColor.js
  function getXlsxColorForHexColor(color2) {
    if (color2[0] !== "#") {
      throw new Error('Color "'.concat(color2, '" must start with a "#"'));
    }
    return "FF".concat(color2.slice("#".length).toUpperCase());
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getFillXml.js
  function getFillXml(fill) {
    var _ref = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {}, conditionalFormatting = _ref.conditionalFormatting;
    var backgroundColor = fill.backgroundColor, fillPatternStyle = fill.fillPatternStyle, fillPatternColor = fill.fillPatternColor;
    var isSolidFill = !fillPatternStyle || fillPatternStyle === "solid";
    if (!hasFill(fill)) {
      return '<fill><patternFill patternType="none"/></fill>';
    }
    var xml = "<fill>";
    xml += '<patternFill patternType="'.concat(isSolidFill ? "solid" : fillPatternStyle, '">');
    xml += '<fgColor rgb="'.concat(sanitizeAttributeValue(getXlsxColorForHexColor(isSolidFill ? backgroundColor : fillPatternColor)), '"/>');
    xml += "<bgColor ".concat(isSolidFill && !conditionalFormatting ? 'indexed="64"' : 'rgb="' + sanitizeAttributeValue(getXlsxColorForHexColor(backgroundColor)) + '"', "/>");
    xml += "</patternFill>";
    xml += "</fill>";
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getBorderXml.js
  function getBorderXml(_ref) {
    var borderColor = _ref.borderColor, borderStyle = _ref.borderStyle, leftBorderColor = _ref.leftBorderColor, leftBorderStyle = _ref.leftBorderStyle, rightBorderColor = _ref.rightBorderColor, rightBorderStyle = _ref.rightBorderStyle, topBorderColor = _ref.topBorderColor, topBorderStyle = _ref.topBorderStyle, bottomBorderColor = _ref.bottomBorderColor, bottomBorderStyle = _ref.bottomBorderStyle;
    var left = {
      style: leftBorderStyle || borderStyle,
      color: leftBorderColor || borderColor
    };
    var right = {
      style: rightBorderStyle || borderStyle,
      color: rightBorderColor || borderColor
    };
    var top = {
      style: topBorderStyle || borderStyle,
      color: topBorderColor || borderColor
    };
    var bottom = {
      style: bottomBorderStyle || borderStyle,
      color: bottomBorderColor || borderColor
    };
    var xml = "<border>";
    xml += getSideBorderXml("left", left);
    xml += getSideBorderXml("right", right);
    xml += getSideBorderXml("top", top);
    xml += getSideBorderXml("bottom", bottom);
    xml += "<diagonal/>";
    xml += "</border>";
    return xml;
  }
  function getSideBorderXml(side, _ref2) {
    var style = _ref2.style, color2 = _ref2.color;
    if (color2 && !style) {
      style = "thin";
    }
    var hasChildren = Boolean(color2);
    return "<".concat(side) + (style ? ' style="'.concat(sanitizeAttributeValue(style), '"') : "") + (hasChildren ? ">" : "/>") + (color2 ? '<color rgb="'.concat(sanitizeAttributeValue(getXlsxColorForHexColor(color2)), '"/>') : "") + (hasChildren ? "</".concat(side, ">") : "");
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getFontXml.js
  function getFontXml(font) {
    var _ref = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {}, isDefaultGenericFont = _ref.isDefaultGenericFont;
    var fontFamily = font.fontFamily, fontSize = font.fontSize, fontWeight = font.fontWeight, fontStyle = font.fontStyle, textDecoration = font.textDecoration, textColor = font.textColor;
    var xml = "<font>";
    if (fontFamily) {
      xml += '<name val="'.concat(sanitizeAttributeValue(fontFamily), '"/>');
    }
    if (typeof fontSize === "number") {
      xml += '<sz val="'.concat(fontSize, '"/>');
    }
    xml += '<family val="2"/>';
    if (!(fontFamily || typeof fontSize === "number")) {
      xml += '<scheme val="minor"/>';
    }
    if (fontWeight === "bold") {
      xml += "<b/>";
    }
    if (fontStyle === "italic") {
      xml += "<i/>";
    }
    if (textDecoration) {
      if (textDecoration.strikethrough) {
        xml += "<strike/>";
      }
      if (textDecoration.underline) {
        xml += "<u/>";
      } else if (textDecoration.doubleUnderline) {
        xml += '<u val="double"/>';
      }
    }
    if (textColor) {
      xml += '<color rgb="'.concat(sanitizeAttributeValue(getXlsxColorForHexColor(textColor)), '"/>');
    } else {
      xml += '<color theme="1"/>';
    }
    xml += "</font>";
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getAlignmentXml.js
  function getAlignmentXml(_ref) {
    var align = _ref.align, alignVertical = _ref.alignVertical, textRotation = _ref.textRotation, indent = _ref.indent, wrap = _ref.wrap;
    return "<alignment" + (align ? ' horizontal="'.concat(sanitizeAttributeValue(align), '"') : "") + (alignVertical ? ' vertical="'.concat(sanitizeAttributeValue(alignVertical), '"') : "") + (textRotation ? ' textRotation="'.concat(getTextRotation(validateTextRotation(textRotation)), '"') : "") + (indent ? ' indent="'.concat(sanitizeAttributeValue(String(indent)), '"') : "") + (wrap ? ' wrapText="1"' : "") + "/>";
  }
  function validateTextRotation(textRotation) {
    if (!(textRotation >= -90 && textRotation <= 90)) {
      throw new Error("Unsupported text rotation angle: ".concat(textRotation, ". Values from -90 to 90 are supported."));
    }
    return textRotation;
  }
  function getTextRotation(textRotation) {
    if (textRotation < 0) {
      return 90 - textRotation;
    }
    return textRotation;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/initializeStyles.js
  function _typeof2(o2) {
    "@babel/helpers - typeof";
    return _typeof2 = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o3) {
      return typeof o3;
    } : function(o3) {
      return o3 && "function" == typeof Symbol && o3.constructor === Symbol && o3 !== Symbol.prototype ? "symbol" : typeof o3;
    }, _typeof2(o2);
  }
  function ownKeys2(e3, r2) {
    var t4 = Object.keys(e3);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e3);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e3, r3).enumerable;
      })), t4.push.apply(t4, o2);
    }
    return t4;
  }
  function _objectSpread2(e3) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t4 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys2(Object(t4), true).forEach(function(r3) {
        _defineProperty2(e3, r3, t4[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(t4)) : ownKeys2(Object(t4)).forEach(function(r3) {
        Object.defineProperty(e3, r3, Object.getOwnPropertyDescriptor(t4, r3));
      });
    }
    return e3;
  }
  function _defineProperty2(e3, r2, t4) {
    return (r2 = _toPropertyKey2(r2)) in e3 ? Object.defineProperty(e3, r2, { value: t4, enumerable: true, configurable: true, writable: true }) : e3[r2] = t4, e3;
  }
  function _toPropertyKey2(t4) {
    var i3 = _toPrimitive2(t4, "string");
    return "symbol" == _typeof2(i3) ? i3 : i3 + "";
  }
  function _toPrimitive2(t4, r2) {
    if ("object" != _typeof2(t4) || !t4) return t4;
    var e3 = t4[Symbol.toPrimitive];
    if (void 0 !== e3) {
      var i3 = e3.call(t4, r2 || "default");
      if ("object" != _typeof2(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t4);
  }
  var FORMAT_ID_STARTS_FROM = 100;
  function initializeStyles(defaultFont) {
    var formats = [];
    var formatIdByFormat = {};
    var styles = [];
    var stylesIndex = {};
    var fonts = [];
    var fontIdByFontKey = {};
    var fills = [];
    var fillIdByFillKey = {};
    var borders2 = [];
    var borderIdByBorderKey = {};
    var defaultFontId = fonts.length;
    fontIdByFontKey[getKey(defaultFont)] = defaultFontId;
    fonts.push(defaultFont || {});
    var defaultFill = {};
    fillIdByFillKey[getKey(defaultFill)] = fills.length;
    fills.push(defaultFill);
    var defaultBorder = {};
    borderIdByBorderKey[getKey(defaultBorder)] = borders2.length;
    borders2.push(defaultBorder);
    var gray125Fill = {
      gray125: true
    };
    fills.push(gray125Fill);
    function findOrCreateCellStyle(cellStyle) {
      var format2 = cellStyle.format, align = cellStyle.align, alignVertical = cellStyle.alignVertical, textRotation = cellStyle.textRotation, indent = cellStyle.indent, wrap = cellStyle.wrap, fontFamily = cellStyle.fontFamily, fontSize = cellStyle.fontSize, fontWeight = cellStyle.fontWeight, fontStyle = cellStyle.fontStyle, textDecoration = cellStyle.textDecoration, textColor = cellStyle.textColor, backgroundColor = cellStyle.backgroundColor, fillPatternStyle = cellStyle.fillPatternStyle, fillPatternColor = cellStyle.fillPatternColor, borderColor = cellStyle.borderColor, borderStyle = cellStyle.borderStyle, leftBorderColor = cellStyle.leftBorderColor, leftBorderStyle = cellStyle.leftBorderStyle, rightBorderColor = cellStyle.rightBorderColor, rightBorderStyle = cellStyle.rightBorderStyle, topBorderColor = cellStyle.topBorderColor, topBorderStyle = cellStyle.topBorderStyle, bottomBorderColor = cellStyle.bottomBorderColor, bottomBorderStyle = cellStyle.bottomBorderStyle;
      var font = {
        fontFamily,
        fontSize,
        fontWeight,
        fontStyle,
        textDecoration,
        textColor
      };
      var fill = {
        backgroundColor,
        fillPatternStyle,
        fillPatternColor
      };
      var border = {
        borderColor,
        borderStyle,
        leftBorderColor,
        leftBorderStyle,
        rightBorderColor,
        rightBorderStyle,
        topBorderColor,
        topBorderStyle,
        bottomBorderColor,
        bottomBorderStyle
      };
      var alignment = {
        align,
        alignVertical,
        textRotation,
        indent,
        wrap
      };
      var formatKey = getKey(format2);
      var fontKey = getKey(font);
      var fillKey = getKey(fill);
      var borderKey = getKey(border);
      var styleKey = getKey(cellStyle);
      var addStyle = function addStyle2() {
        var formatId;
        if (format2) {
          formatId = formatIdByFormat[formatKey];
          if (formatId === void 0) {
            formatId = FORMAT_ID_STARTS_FROM + formats.length;
            formatIdByFormat[formatKey] = formatId;
            formats.push(format2);
          }
        }
        var fontId;
        if (hasFont(font)) {
          fontId = fontIdByFontKey[fontKey];
          if (fontId === void 0) {
            fontId = fonts.length;
            fontIdByFontKey[fontKey] = fontId;
            fonts.push(_objectSpread2(_objectSpread2({}, font), {}, {
              fontSize: font.fontSize || defaultFont && defaultFont.fontSize,
              fontFamily: font.fontFamily || defaultFont && defaultFont.fontFamily
            }));
          }
        } else if (defaultFont) {
          fontId = defaultFontId;
        }
        var fillId;
        if (hasFill(fill)) {
          fillId = fillIdByFillKey[fillKey];
          if (fillId === void 0) {
            fillId = fills.length;
            fillIdByFillKey[fillKey] = fillId;
            fills.push({
              backgroundColor,
              fillPatternStyle,
              fillPatternColor
            });
          }
        }
        var borderId;
        if (hasBorder(border)) {
          borderId = borderIdByBorderKey[borderKey];
          if (borderId === void 0) {
            borderId = borders2.length;
            borderIdByBorderKey[borderKey] = borderId;
            borders2.push(border);
          }
        }
        var styleId = styles.length;
        stylesIndex[styleKey] = styleId;
        styles.push({
          formatId,
          fontId,
          fillId,
          borderId,
          alignment
        });
        return styleId;
      };
      if (stylesIndex[styleKey] !== void 0) {
        return stylesIndex[styleKey];
      }
      return addStyle();
    }
    findOrCreateCellStyle({});
    return {
      getCellStyles: function getCellStyles() {
        return {
          formats,
          styles,
          fonts,
          fills,
          borders: borders2
        };
      },
      findOrCreateCellStyle
    };
  }
  function getKey(object2) {
    return JSON.stringify(object2);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/styles.xml.js
  function _createForOfIteratorHelperLoose6(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray8(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray8(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray8(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray8(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray8(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function generateStylesXml(cellStyles, sheetsOptions, features2) {
    var formats = cellStyles.formats, styles = cellStyles.styles, fonts = cellStyles.fonts, fills = cellStyles.fills, borders2 = cellStyles.borders;
    var xml = '<?xml version="1.0" ?>';
    xml += '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    if (formats.length > 0) {
      xml += '<numFmts count="'.concat(formats.length, '">');
      for (var i3 = 0; i3 < formats.length; i3++) {
        xml += '<numFmt numFmtId="'.concat(FORMAT_ID_STARTS_FROM + i3, '" formatCode="').concat(sanitizeAttributeValue(formats[i3]), '"/>');
      }
      xml += "</numFmts>";
    }
    xml += '<fonts count="'.concat(fonts.length, '">');
    for (var _iterator = _createForOfIteratorHelperLoose6(fonts), _step; !(_step = _iterator()).done; ) {
      var font = _step.value;
      xml += getFontXml(font);
    }
    xml += "</fonts>";
    xml += '<fills count="'.concat(fills.length, '">');
    for (var _iterator2 = _createForOfIteratorHelperLoose6(fills), _step2; !(_step2 = _iterator2()).done; ) {
      var fill = _step2.value;
      if (fill.gray125) {
        xml += "<fill>";
        xml += '<patternFill patternType="gray125"/>';
        xml += "</fill>";
      } else {
        xml += getFillXml(fill);
      }
    }
    xml += "</fills>";
    xml += '<borders count="'.concat(borders2.length, '">');
    for (var _iterator3 = _createForOfIteratorHelperLoose6(borders2), _step3; !(_step3 = _iterator3()).done; ) {
      var border = _step3.value;
      xml += getBorderXml(border);
    }
    xml += "</borders>";
    xml += '<cellXfs count="'.concat(styles.length, '">');
    for (var _iterator4 = _createForOfIteratorHelperLoose6(styles), _step4; !(_step4 = _iterator4()).done; ) {
      var cellStyle = _step4.value;
      var fontId = cellStyle.fontId, fillId = cellStyle.fillId, borderId = cellStyle.borderId, alignment = cellStyle.alignment, formatId = cellStyle.formatId;
      xml += "<xf " + [
        formatId === void 0 ? void 0 : 'numFmtId="'.concat(formatId, '" applyNumberFormat="1"'),
        fontId === void 0 ? void 0 : 'fontId="'.concat(fontId, '" applyFont="1"'),
        fillId === void 0 ? void 0 : 'fillId="'.concat(fillId, '" applyFill="1"'),
        borderId === void 0 ? void 0 : 'borderId="'.concat(borderId, '" applyBorder="1"'),
        hasAlignment(alignment) ? 'applyAlignment="1"' : void 0
        // 'xfId="0"'
      ].filter(function(_2) {
        return _2;
      }).join(" ") + ">" + // Possible horizontal alignment values:
      //  left, center, right, fill, justify, center_across, distributed.
      // Possible vertical alignment values:
      //  top, vcenter, bottom, vjustify, vdistributed.
      // https://xlsxwriter.readthedocs.io/format.html#set_align
      (hasAlignment(alignment) ? getAlignmentXml(alignment) : "") + "</xf>";
    }
    xml += "</cellXfs>";
    xml += getAdditionalContent("xl/styles.xml", features2, sheetsOptions);
    xml += "</styleSheet>";
    xml = transformContent(xml, "xl/styles.xml", features2, sheetsOptions);
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xml/findElementsNonRecursive_.js
  function findElementsNonRecursive_(xml) {
    var _ref = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : {}, tagName = _ref.tagName, stopAfterFirstMatch = _ref.stopAfterFirstMatch;
    var openingTagRegExp = new RegExp(getOpeningTagRegExpPattern(tagName), stopAfterFirstMatch ? void 0 : "g");
    var results2 = [];
    var openingTagMatch;
    while ((openingTagMatch = openingTagRegExp.exec(xml)) !== null) {
      var openingTag = openingTagMatch[0];
      var openingTagName = tagName || openingTagMatch[1];
      var attributes = {};
      var attributeRegExp = new RegExp('\\s+([^\\s=>]+)(?:="([^\\s=>]+)")', "g");
      var attributeMatch = void 0;
      while ((attributeMatch = attributeRegExp.exec(openingTag)) !== null) {
        attributes[attributeMatch[1]] = attributeMatch[2];
      }
      var result = {
        tagName: openingTagName,
        // openingTagMarkup: openingTag,
        openingTagStartIndex: openingTagMatch.index,
        openingTagEndIndex: openingTagMatch.index + openingTag.length - 1,
        openingTagAttributes: attributes,
        selfClosingTag: false,
        // closingTagMarkup: undefined,
        closingTagStartIndex: void 0,
        closingTagEndIndex: void 0
      };
      if (openingTag[openingTag.length - 2] === "/") {
        result.selfClosingTag = true;
      } else {
        var closingTagPosition = findClosingTagPosition(xml, result.openingTagEndIndex + 1, openingTagName);
        if (!closingTagPosition) {
          throw new Error("Invalid XML: opening tag was found but closing tag was not: </".concat(openingTagName, ">"));
        }
        result.closingTagStartIndex = closingTagPosition[0];
        result.closingTagEndIndex = closingTagPosition[1];
      }
      results2.push(result);
      if (stopAfterFirstMatch) {
        break;
      }
      if (result.selfClosingTag) {
        openingTagRegExp.lastIndex = result.openingTagEndIndex + 1;
      } else {
        openingTagRegExp.lastIndex = result.closingTagEndIndex + 1;
      }
    }
    return results2;
  }
  function findClosingTagPosition(xml, startFromIndex, tagName) {
    var openingOrClosingTagRegExp = new RegExp("<(/)?" + tagName + "(?:\\s+[^>]+|/)?>", "g");
    openingOrClosingTagRegExp.lastIndex = startFromIndex;
    var nestingLevel = 0;
    var openingOrClosingTagMatch;
    while ((openingOrClosingTagMatch = openingOrClosingTagRegExp.exec(xml)) !== null) {
      var openingOrClosingTag = openingOrClosingTagMatch[0];
      var closingTagMarker = openingOrClosingTagMatch[1];
      if (closingTagMarker) {
        if (nestingLevel > 0) {
          nestingLevel--;
        } else {
          return [openingOrClosingTagMatch.index, openingOrClosingTagMatch.index + openingOrClosingTag.length - 1];
        }
      } else {
        nestingLevel++;
      }
    }
  }
  function getOpeningTagRegExpPattern(tagName) {
    return "<" + (tagName || "([^\\s/>]+)") + "(?:\\s+[^>]+|/)?>";
  }

  // ../../../node_modules/write-excel-file/modules/xml/findElement.js
  function findElement(xml, tagName) {
    var elements = findElementsNonRecursive_(xml, {
      tagName,
      stopAfterFirstMatch: true
    });
    return elements[0];
  }

  // ../../../node_modules/write-excel-file/modules/xml/setMarkupInsideElement.js
  function setMarkupInsideElement(xml, element, replacementXml) {
    if (replacementXml) {
      if (element.selfClosingTag) {
        return xml.slice(0, element.openingTagEndIndex - "/".length) + ">" + replacementXml + "</" + element.tagName + ">" + xml.slice(element.openingTagEndIndex + 1);
      }
      return xml.slice(0, element.openingTagEndIndex + 1) + replacementXml + xml.slice(element.closingTagStartIndex);
    } else {
      if (element.selfClosingTag) {
        return xml;
      }
      return xml.slice(0, element.openingTagEndIndex) + "/>" + xml.slice(element.closingTagEndIndex + 1);
    }
  }

  // ../../../node_modules/write-excel-file/modules/xml/appendMarkupInsideElement.js
  function appendMarkupInsideElement(xml, element, addedXml) {
    if (element.selfClosingTag) {
      return setMarkupInsideElement(xml, element, addedXml);
    }
    return xml.slice(0, element.closingTagStartIndex) + addedXml + xml.slice(element.closingTagStartIndex);
  }

  // ../../../node_modules/write-excel-file/modules/xml/getMarkupInsideElement.js
  function getMarkupInsideElement(xml, element) {
    if (element.selfClosingTag) {
      return "";
    }
    return xml.substring(element.openingTagEndIndex + 1, element.closingTagStartIndex);
  }

  // ../../../node_modules/write-excel-file/modules/xml/applyEnclosingElementOffset.js
  function applyEnclosingElementOffset(element, enclosingElement) {
    var enclosingElementOffset = enclosingElement.openingTagEndIndex + 1;
    element.openingTagStartIndex += enclosingElementOffset;
    element.openingTagEndIndex += enclosingElementOffset;
    if (!element.selfClosingTag) {
      element.closingTagStartIndex += enclosingElementOffset;
      element.closingTagEndIndex += enclosingElementOffset;
    }
  }

  // ../../../node_modules/write-excel-file/modules/xml/getChildElements.js
  function _createForOfIteratorHelperLoose7(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray9(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray9(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray9(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray9(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray9(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function getChildElements(xml, element) {
    var children = findElementsNonRecursive_(getMarkupInsideElement(xml, element));
    for (var _iterator = _createForOfIteratorHelperLoose7(children), _step; !(_step = _iterator()).done; ) {
      var child = _step.value;
      applyEnclosingElementOffset(child, element);
    }
    return children;
  }

  // ../../../node_modules/write-excel-file/modules/xml/prependMarkupInsideElement.js
  function prependMarkupInsideElement(xml, element, addedXml) {
    if (element.selfClosingTag) {
      return setMarkupInsideElement(xml, element, addedXml);
    }
    return xml.slice(0, element.openingTagEndIndex + 1) + addedXml + xml.slice(element.openingTagEndIndex + 1);
  }

  // ../../../node_modules/write-excel-file/modules/xml/insertElementMarkupAccordingToOrderOfSiblings.js
  function _createForOfIteratorHelperLoose8(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray10(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray10(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray10(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray10(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray10(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function insertElementMarkupAccordingToOrderOfSiblings(xml, elementMarkup, orderOfSiblings) {
    for (var _len = arguments.length, parentElementTagNames = new Array(_len > 3 ? _len - 3 : 0), _key = 3; _key < _len; _key++) {
      parentElementTagNames[_key - 3] = arguments[_key];
    }
    if (parentElementTagNames.length === 0) {
      throw new Error("At least one parent element tag name is required");
    }
    parentElementTagNames = parentElementTagNames.slice().reverse();
    var parentElement;
    var _loop = function _loop3() {
      var parentElementTagName = _step.value;
      if (parentElement) {
        parentElement = getChildElements(xml, parentElement).find(function(_2) {
          return _2.tagName === parentElementTagName;
        });
      } else {
        parentElement = findElement(xml, parentElementTagName);
      }
      if (!parentElement) {
        throw new Error("Element not found: <".concat(parentElementTagName, ">"));
      }
    };
    for (var _iterator = _createForOfIteratorHelperLoose8(parentElementTagNames), _step; !(_step = _iterator()).done; ) {
      _loop();
    }
    var elementTagNameMatch = elementMarkup.match(TAG_NAME_REG_EXP);
    if (!elementTagNameMatch) {
      throw new Error("Couldn't extract tag name from markup: ".concat(elementMarkup));
    }
    var elementTagName = elementTagNameMatch[1];
    if (!orderOfSiblings || orderOfSiblings.length < 2) {
      return appendMarkupInsideElement(xml, parentElement, elementMarkup);
    }
    var children = getChildElements(xml, parentElement);
    if (children.length === 0) {
      return appendMarkupInsideElement(xml, parentElement, elementMarkup);
    }
    var elementTagNameOrder = orderOfSiblings.indexOf(elementTagName);
    if (elementTagNameOrder < 0) {
      return appendMarkupInsideElement(xml, parentElement, elementMarkup);
    }
    var tagNamesBeforeElement = orderOfSiblings.slice(0, elementTagNameOrder).reverse();
    var _loop2 = function _loop22() {
      var tagName = _step2.value;
      var precedingElement = children.find(function(_2) {
        return _2.tagName === tagName;
      });
      if (precedingElement) {
        return {
          v: xml.slice(0, precedingElement.selfClosingTag ? precedingElement.openingTagEndIndex + 1 : precedingElement.closingTagEndIndex + 1) + elementMarkup + xml.slice(precedingElement.selfClosingTag ? precedingElement.openingTagEndIndex + 1 : precedingElement.closingTagEndIndex + 1)
        };
      }
    }, _ret;
    for (var _iterator2 = _createForOfIteratorHelperLoose8(tagNamesBeforeElement), _step2; !(_step2 = _iterator2()).done; ) {
      _ret = _loop2();
      if (_ret) return _ret.v;
    }
    return prependMarkupInsideElement(xml, parentElement, elementMarkup);
  }
  var TAG_NAME_REG_EXP = new RegExp(getOpeningTagRegExpPattern());

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/orderOfSiblings.js
  var orderOfSiblings_default = {
    // This is what Google AI returned for a search query: "xlsx workbook.xml elements order".
    // They say, this order is defined in `CT_Workbook` schema of ECMA-376 specification.
    "xl/workbook.xml": [["workbook", [
      "workbookPr",
      // (Workbook Properties)
      "bookViews",
      // (Book Views)
      "sheets",
      // (List of sheets)
      "pivotCaches",
      // (If applicable)
      "definedNames",
      // (Named ranges)
      "calcPr"
      // (Calculation properties)
    ]]],
    // This is what Google AI returned for a search query: "xlsx styles.xml elements order".
    // They say, this order is defined in `CT_Stylesheet` schema of ECMA-376 specification.
    "xl/styles.xml": [["styleSheet", [
      "numFmts",
      // Defines custom number formats.
      "fonts",
      // Contains font definitions (font name, size, color).
      "fills",
      // Defines cell background colors/patterns.
      "borders",
      // Defines cell borders.
      "cellStyleXfs",
      // Master cell styles (usually style 0 is "Normal").
      "cellXfs",
      // Actual cell formatting definitions (<xf>) referenced by cells.
      "cellStyles",
      // Connects named styles to cellStyleXfs.
      "dxfs",
      // Differential formats (conditional formatting).
      "tableStyles"
      // Table-specific styles.
    ]]],
    // This is what Google AI returned for a search query: "xlsx sheet.xml elements order".
    // They say, this order is defined in `CT_Worksheet` schema of ECMA-376 specification.
    "xl/worksheets/sheet{id}.xml": [["worksheet", [
      "sheetPr",
      // Sheet properties (e.g., tab color, filter configurations).
      "dimension",
      // Defines the range of used cells (e.g., ref="A1:C10").
      "sheetViews",
      // View settings like freeze panes, zoom level, and whether the sheet is selected.
      "sheetFormatPr",
      // Default row height and column width properties.
      "cols",
      // Defines column-specific properties (width, hidden status).
      "sheetData",
      // (Required) The main container for cell data, rows, and values.
      "sheetCalcPr",
      // Calculation properties.
      "sheetProtection",
      // Sheet-level security and locked status.
      "protectedRanges",
      // Specific ranges that are protected.
      "scenarios",
      // Worksheet scenarios.
      "autoFilter",
      // Filter range definitions.
      "sortState",
      // Current sort information.
      "dataConsolidate",
      // Data consolidation settings.
      "customSheetViews",
      // Custom view settings.
      "mergeCells",
      // Defines ranges of merged cells.
      "phoneticPr",
      // Phonetic information properties.
      "conditionalFormatting",
      // Rules for formatting based on cell values.
      "dataValidations",
      // Data entry rules and dropdowns.
      "hyperlinks",
      // Links to external sites or other sheet locations.
      "printOptions",
      // Defines specific printing preferences, such as centering, gridlines, and headings.
      "pageMargins",
      // Defines the white space between the worksheet data and the edges of the printed page.
      "pageSetup",
      // Printing and layout settings.
      "headerFooter",
      // Sheet header and footer content.
      "rowBreaks",
      // Manual page breaks.
      "colBreaks",
      // Manual page breaks.
      "drawing",
      // References to graphics or charts (points to drawing.xml).
      "legacyDrawing",
      // References to legacy objects like comments or form controls.
      "picture",
      // Background image properties.
      "oleObjects",
      // Embedded OLE objects.
      "controls",
      // Form or ActiveX controls.
      "tableParts",
      // Links to defined Excel tables within the sheet.
      "extLst"
      // Extension list for future-proofing and custom metadata.
    ]]]
  };

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getOrderOfSiblings.js
  function getOrderOfSiblings(fileName) {
    var orderOfSiblings = orderOfSiblings_default[fileName];
    if (!orderOfSiblings) {
      return;
    }
    for (var _len = arguments.length, parentTagNames = new Array(_len > 1 ? _len - 1 : 0), _key = 1; _key < _len; _key++) {
      parentTagNames[_key - 1] = arguments[_key];
    }
    if (parentTagNames.length === 0) {
      throw new Error("At least one parent element tag name is required");
    }
    var _loop = function _loop2() {
      var tagName = _parentTagNames[_i];
      var orderOfSiblingsMatchingElement = orderOfSiblings.find(function(element) {
        if (Array.isArray(element)) {
          return element[0] === tagName;
        } else {
          return element === tagName;
        }
      });
      if (!orderOfSiblingsMatchingElement) {
        return {
          v: void 0
        };
      }
      if (Array.isArray(orderOfSiblingsMatchingElement)) {
        orderOfSiblings = orderOfSiblingsMatchingElement[1];
      } else {
        return {
          v: void 0
        };
      }
    }, _ret;
    for (var _i = 0, _parentTagNames = parentTagNames; _i < _parentTagNames.length; _i++) {
      _ret = _loop();
      if (_ret) return _ret.v;
    }
    if (orderOfSiblings) {
      return orderOfSiblings.map(function(element) {
        if (Array.isArray(element)) {
          return element[0];
        } else {
          return element;
        }
      });
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/features/conditionalFormatting.js
  function _createForOfIteratorHelperLoose9(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray11(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray11(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray11(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray11(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray11(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  var conditionalFormatting_default = {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          // For some weird reason, Excel 2007 demands `<conditionalFormatting/>` element to go before `<drawing/>` element.
          // Because `<drawing/>` element is added before any of the `insert()`s of any features,
          // this feature has to use a `transform()` function instead of an `insert()` function.
          transform: function transform(xml, sheetOptions, _ref) {
            var sheetIndex = _ref.sheetIndex, sheetId = _ref.sheetId;
            var conditionalFormatting = sheetOptions.conditionalFormatting;
            if (conditionalFormatting) {
              var conditionalFormattingRulesXml = getConditionalFormattingRulesXml(conditionalFormatting);
              return insertElementMarkupAccordingToOrderOfSiblings(xml, conditionalFormattingRulesXml, getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet"), "worksheet");
            }
            return xml;
          }
        },
        "xl/styles.xml": {
          insert: function insert(sheetsOptions) {
            var sheetsConditionalFormatting = sheetsOptions.map(function(sheetOptions) {
              return sheetOptions.conditionalFormatting;
            });
            if (sheetsConditionalFormatting.some(Boolean)) {
              return getConditionalFormattingStylesXml(sheetsConditionalFormatting);
            }
          }
        }
      }
    }
  };
  function getConditionalFormattingRulesXml(conditionalFormattingRules) {
    var xml = "";
    var i3 = 0;
    for (var _iterator = _createForOfIteratorHelperLoose9(conditionalFormattingRules), _step; !(_step = _iterator()).done; ) {
      var conditionalFormattingRule = _step.value;
      var _conditionalFormattin = conditionalFormattingRule.cellRange, from = _conditionalFormattin.from, to = _conditionalFormattin.to, _conditionalFormattin2 = conditionalFormattingRule.condition, formula = _conditionalFormattin2.formula, operator = _conditionalFormattin2.operator, value2 = _conditionalFormattin2.value, value22 = _conditionalFormattin2.value2;
      var cellRange = getCellAddress(from.row - 1, from.column - 1) + ":" + getCellAddress(to.row - 1, to.column - 1);
      xml += '<conditionalFormatting sqref="'.concat(cellRange, '">');
      var priority = i3 + 1;
      var dxfId = conditionalFormattingRule._globalIndex;
      if (formula) {
        xml += '<cfRule type="expression" dxfId="'.concat(dxfId, '" priority="').concat(priority, '">');
        xml += "<formula>".concat(sanitizeTextContent(formula), "</formula>");
        xml += "</cfRule>";
      } else if (operator) {
        xml += '<cfRule type="cellIs" operator="'.concat(getXlsxOperatorName(operator), '" dxfId="').concat(dxfId, '" priority="').concat(priority, '">');
        xml += "<formula>".concat(sanitizeTextContent(formatValue(value2)), "</formula>");
        if (getXlsxOperatorName(operator) === "between") {
          xml += "<formula>".concat(sanitizeTextContent(formatValue(value22)), "</formula>");
        }
        xml += "</cfRule>";
      } else {
        throw new Error("Invalid conditional formatting rule:\n".concat(JSON.stringify(conditionalFormattingRule, null, 2)));
      }
      xml += "</conditionalFormatting>";
      i3++;
    }
    return xml;
  }
  function formatValue(value2) {
    if (typeof value2 === "string") {
      return '"' + value2 + '"';
    }
    return String(value2);
  }
  function getXlsxOperatorName(operator) {
    switch (operator) {
      case "<":
        return "lessThan";
      case ">":
        return "greaterThan";
      case "<=":
        return "lessThanOrEqual";
      case ">=":
        return "greaterThanOrEqual";
      case "=":
        return "equal";
      case "!=":
        return "notEqual";
      case "...":
        return "between";
      default:
        throw new Error("Unknown conditional formatting operator: ".concat(operator));
    }
  }
  function getConditionalFormattingStylesXml(sheetsConditionalFormatting) {
    var totalConditionalFormattingRulesCount = 0;
    for (var _iterator2 = _createForOfIteratorHelperLoose9(sheetsConditionalFormatting), _step2; !(_step2 = _iterator2()).done; ) {
      var conditionalFormattingOfSheet = _step2.value;
      if (conditionalFormattingOfSheet) {
        totalConditionalFormattingRulesCount += conditionalFormattingOfSheet.length;
      }
    }
    var xml = "";
    xml += '<dxfs count="'.concat(totalConditionalFormattingRulesCount, '">');
    for (var _iterator3 = _createForOfIteratorHelperLoose9(sheetsConditionalFormatting), _step3; !(_step3 = _iterator3()).done; ) {
      var _conditionalFormattingOfSheet = _step3.value;
      if (_conditionalFormattingOfSheet) {
        for (var _iterator4 = _createForOfIteratorHelperLoose9(_conditionalFormattingOfSheet), _step4; !(_step4 = _iterator4()).done; ) {
          var conditionalFormattingRule = _step4.value;
          var _conditionalFormattin3 = conditionalFormattingRule.style, fontFamily = _conditionalFormattin3.fontFamily, fontSize = _conditionalFormattin3.fontSize, fontWeight = _conditionalFormattin3.fontWeight, fontStyle = _conditionalFormattin3.fontStyle, textDecoration = _conditionalFormattin3.textDecoration, textColor = _conditionalFormattin3.textColor, backgroundColor = _conditionalFormattin3.backgroundColor, fillPatternStyle = _conditionalFormattin3.fillPatternStyle, fillPatternColor = _conditionalFormattin3.fillPatternColor, borderColor = _conditionalFormattin3.borderColor, borderStyle = _conditionalFormattin3.borderStyle, leftBorderColor = _conditionalFormattin3.leftBorderColor, leftBorderStyle = _conditionalFormattin3.leftBorderStyle, rightBorderColor = _conditionalFormattin3.rightBorderColor, rightBorderStyle = _conditionalFormattin3.rightBorderStyle, topBorderColor = _conditionalFormattin3.topBorderColor, topBorderStyle = _conditionalFormattin3.topBorderStyle, bottomBorderColor = _conditionalFormattin3.bottomBorderColor, bottomBorderStyle = _conditionalFormattin3.bottomBorderStyle;
          xml += "<dxf>";
          var font = {
            fontFamily,
            fontSize,
            fontWeight,
            fontStyle,
            textDecoration,
            textColor
          };
          if (hasFont(font)) {
            if (fontFamily) {
              throw new Error("Conditional formatting can't be used to override font family");
            }
            if (typeof fontSize === "number") {
              throw new Error("Conditional formatting can't be used to override font size");
            }
            xml += getFontXml(font);
          }
          var fill = {
            backgroundColor,
            fillPatternStyle,
            fillPatternColor
          };
          if (hasFill(fill)) {
            xml += getFillXml(fill, {
              conditionalFormatting: true
            });
          }
          var border = {
            borderColor,
            borderStyle,
            leftBorderColor,
            leftBorderStyle,
            rightBorderColor,
            rightBorderStyle,
            topBorderColor,
            topBorderStyle,
            bottomBorderColor,
            bottomBorderStyle
          };
          if (hasBorder(border)) {
            xml += getBorderXml(border);
          }
          xml += "</dxf>";
        }
      }
    }
    xml += "</dxfs>";
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getFileExtensionForContentType.js
  function getFileExtensionForContentType(contentType) {
    if (!contentType) {
      throw new Error("`contentType` is required");
    }
    var extension = contentType.toLowerCase().replace(/.*\//, "");
    if (!extension) {
      throw new Error("Unsupported `contentType`: " + contentType);
    }
    return extension;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/features/images.js
  function _typeof3(o2) {
    "@babel/helpers - typeof";
    return _typeof3 = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o3) {
      return typeof o3;
    } : function(o3) {
      return o3 && "function" == typeof Symbol && o3.constructor === Symbol && o3 !== Symbol.prototype ? "symbol" : typeof o3;
    }, _typeof3(o2);
  }
  function _createForOfIteratorHelperLoose10(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray12(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _toConsumableArray(r2) {
    return _arrayWithoutHoles(r2) || _iterableToArray(r2) || _unsupportedIterableToArray12(r2) || _nonIterableSpread();
  }
  function _nonIterableSpread() {
    throw new TypeError("Invalid attempt to spread non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray12(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray12(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray12(r2, a2) : void 0;
    }
  }
  function _iterableToArray(r2) {
    if ("undefined" != typeof Symbol && null != r2[Symbol.iterator] || null != r2["@@iterator"]) return Array.from(r2);
  }
  function _arrayWithoutHoles(r2) {
    if (Array.isArray(r2)) return _arrayLikeToArray12(r2);
  }
  function _arrayLikeToArray12(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function ownKeys3(e3, r2) {
    var t4 = Object.keys(e3);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e3);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e3, r3).enumerable;
      })), t4.push.apply(t4, o2);
    }
    return t4;
  }
  function _objectSpread3(e3) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t4 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys3(Object(t4), true).forEach(function(r3) {
        _defineProperty3(e3, r3, t4[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(t4)) : ownKeys3(Object(t4)).forEach(function(r3) {
        Object.defineProperty(e3, r3, Object.getOwnPropertyDescriptor(t4, r3));
      });
    }
    return e3;
  }
  function _defineProperty3(e3, r2, t4) {
    return (r2 = _toPropertyKey3(r2)) in e3 ? Object.defineProperty(e3, r2, { value: t4, enumerable: true, configurable: true, writable: true }) : e3[r2] = t4, e3;
  }
  function _toPropertyKey3(t4) {
    var i3 = _toPrimitive3(t4, "string");
    return "symbol" == _typeof3(i3) ? i3 : i3 + "";
  }
  function _toPrimitive3(t4, r2) {
    if ("object" != _typeof3(t4) || !t4) return t4;
    var e3 = t4[Symbol.toPrimitive];
    if (void 0 !== e3) {
      var i3 = e3.call(t4, r2 || "default");
      if ("object" != _typeof3(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t4);
  }
  var images_default = {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: function insert2(sheetsOptions) {
            var sheetsImages = sheetsOptions.map(function(sheetOptions) {
              return sheetOptions.images;
            });
            if (sheetsImages.some(Boolean)) {
              return getContentTypesXml(sheetsImages);
            }
          }
        },
        "xl/drawings/drawing{id}.xml": {
          insert: function insert3(sheetOptions, _ref) {
            var sheetIndex = _ref.sheetIndex, sheetId = _ref.sheetId;
            var images = sheetOptions.images;
            if (images) {
              return getImagesDrawingXml({
                images
              });
            }
          }
        },
        "xl/drawings/_rels/drawing{id}.xml.rels": {
          insert: function insert4(sheetOptions, _ref2) {
            var sheetIndex = _ref2.sheetIndex, sheetId = _ref2.sheetId;
            var images = sheetOptions.images;
            if (images) {
              return getImagesDrawingXmlRels({
                images,
                sheetIndex
              });
            }
          }
        }
      },
      write: {
        files: function files(sheetsOptions, _ref3) {
          var read3 = _ref3.read;
          var sheetsImages = sheetsOptions.map(function(sheetOptions) {
            return sheetOptions.images;
          });
          if (sheetsImages.some(Boolean)) {
            return sheetsImages.map(function(images, sheetIndex) {
              if (images) {
                return images.reduce(function(imagesContent, image, imageIndex) {
                  return _objectSpread3(_objectSpread3({}, imagesContent), {}, _defineProperty3({}, "xl/media/".concat(getImageFileName(image, {
                    sheetIndex,
                    imageIndex
                  })), image.content));
                }, {});
              }
              return {};
            }).reduce(function(allImagesContent, sheetImagesContent) {
              return _objectSpread3(_objectSpread3({}, allImagesContent), sheetImagesContent);
            }, {});
          }
        }
      }
    }
  };
  function getContentTypesXml(sheetsImages) {
    var imagesFromAllSheets = sheetsImages.reduce(function(all, images) {
      return [].concat(_toConsumableArray(all), _toConsumableArray(images || []));
    }, []);
    var xml = "";
    for (var _iterator = _createForOfIteratorHelperLoose10(getFileExtensionContentTypes(imagesFromAllSheets)), _step; !(_step = _iterator()).done; ) {
      var _step$value = _step.value, fileExtension = _step$value.fileExtension, contentType = _step$value.contentType;
      xml += '<Default Extension="'.concat(fileExtension, '" ContentType="').concat(contentType, '"/>');
    }
    return xml;
  }
  function getFileExtensionContentTypes(images) {
    var fileExtensionContentTypes = [];
    var addFileExtensionContentType = function addFileExtensionContentType2(image2) {
      var fileExtension = getFileExtensionForContentType(image2.contentType);
      var existingFileExtensionContentType = fileExtensionContentTypes.find(function(_2) {
        return _2.fileExtension === fileExtension;
      });
      if (!existingFileExtensionContentType) {
        fileExtensionContentTypes.push({
          fileExtension,
          contentType: image2.contentType
        });
      }
    };
    for (var _iterator2 = _createForOfIteratorHelperLoose10(images), _step2; !(_step2 = _iterator2()).done; ) {
      var image = _step2.value;
      addFileExtensionContentType(image);
    }
    return fileExtensionContentTypes;
  }
  function getImageFileName(image, _ref4) {
    var sheetIndex = _ref4.sheetIndex, imageIndex = _ref4.imageIndex;
    var sheetNumber = sheetIndex + 1;
    var imageNumber = imageIndex + 1;
    return "sheet".concat(sheetNumber, "-image").concat(imageNumber, ".").concat(getFileExtensionForContentType(image.contentType));
  }
  function getImagesDrawingXml(_ref5) {
    var images = _ref5.images;
    var xml = "";
    var i3 = 0;
    var _loop = function _loop2() {
      var image = _step3.value;
      var imageId = i3 + 1;
      var pxToEmu = function pxToEmu2(px) {
        return pxToEmu_(px, image.dpi);
      };
      xml += "<xdr:oneCellAnchor>";
      xml += "<xdr:from>";
      xml += "<xdr:col>".concat(image.anchor.column - 1, "</xdr:col>");
      xml += "<xdr:colOff>".concat(typeof image.offsetX === "number" ? pxToEmu(image.offsetX) : 0, "</xdr:colOff>");
      xml += "<xdr:row>".concat(image.anchor.row - 1, "</xdr:row>");
      xml += "<xdr:rowOff>".concat(typeof image.offsetY === "number" ? pxToEmu(image.offsetY) : 0, "</xdr:rowOff>");
      xml += "</xdr:from>";
      xml += '<xdr:ext cx="'.concat(pxToEmu(image.width), '" cy="').concat(pxToEmu(image.height), '"/>');
      xml += "<xdr:pic>";
      xml += "<xdr:nvPicPr>";
      xml += '<xdr:cNvPr id="'.concat(imageId, '" name="').concat(image.title ? sanitizeAttributeValue(image.title) : "Picture " + imageId, '" descr="').concat(image.description ? sanitizeAttributeValue(image.description) : "", '"/>');
      xml += "<xdr:cNvPicPr>";
      xml += '<a:picLocks noChangeAspect="1"/>';
      xml += "</xdr:cNvPicPr>";
      xml += "</xdr:nvPicPr>";
      xml += "<xdr:blipFill>";
      xml += '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId-image-'.concat(imageId, '" cstate="print"/>');
      xml += "<a:stretch>";
      xml += "<a:fillRect/>";
      xml += "</a:stretch>";
      xml += "</xdr:blipFill>";
      xml += "<xdr:spPr>";
      xml += '<a:prstGeom prst="rect">';
      xml += "<a:avLst/>";
      xml += "</a:prstGeom>";
      xml += "</xdr:spPr>";
      xml += "</xdr:pic>";
      xml += "<xdr:clientData/>";
      xml += "</xdr:oneCellAnchor>";
      i3++;
    };
    for (var _iterator3 = _createForOfIteratorHelperLoose10(images), _step3; !(_step3 = _iterator3()).done; ) {
      _loop();
    }
    return xml;
  }
  function getImagesDrawingXmlRels(_ref6) {
    var images = _ref6.images, sheetIndex = _ref6.sheetIndex;
    return images.map(function(image, i3) {
      var imageId = i3 + 1;
      return '<Relationship Id="rId-image-'.concat(imageId, '" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/').concat(getImageFileName(image, {
        sheetIndex,
        imageIndex: i3
      }), '"/>');
    }).join("");
  }
  var DEFAULT_DISPLAY_DPI = 96;
  var DEFAULT_IMAGE_DPI = 96;
  function pxToEmu_(px, imageDpi) {
    var displayDpi = DEFAULT_DISPLAY_DPI;
    return Math.round(px * 9525 * (DEFAULT_DISPLAY_DPI / displayDpi) * (DEFAULT_IMAGE_DPI / imageDpi));
  }

  // ../../../node_modules/write-excel-file/modules/xml/replaceElement.js
  function replaceElement(xml, element, replacementXml) {
    if (element.selfClosingTag) {
      return xml.slice(0, element.openingTagStartIndex) + replacementXml + xml.slice(element.openingTagEndIndex + 1);
    }
    return xml.slice(0, element.openingTagStartIndex) + replacementXml + xml.slice(element.closingTagEndIndex + 1);
  }

  // ../../../node_modules/write-excel-file/modules/xml/findElementInsideElement.js
  function findElementInsideElement(xml, tagName, enclosingElement) {
    var element = findElement(getMarkupInsideElement(xml, enclosingElement), tagName);
    if (element) {
      applyEnclosingElementOffset(element, enclosingElement);
      return element;
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/features/stickyRowsOrColumns.js
  var stickyRowsOrColumns_default = {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: function transform2(xml, sheetOptions, _ref) {
            var sheetIndex = _ref.sheetIndex, sheetId = _ref.sheetId;
            if (hasStickyRowsOrColumns(sheetOptions)) {
              var stickyRowsCount = sheetOptions.stickyRowsCount, stickyColumnsCount = sheetOptions.stickyColumnsCount;
              var paneAttributes = {
                // The vertical position of the split, in 1/20th of a point (twips),
                // or, when frozen, the number of visible rows in the top pane(s).
                ySplit: stickyRowsCount || 0,
                // The horizontal position of the split, in 1/20th of a point (twips),
                // or, when frozen, the number of visible columns in the left pane(s).
                xSplit: stickyColumnsCount || 0,
                // The visible cell in the top-left corner of the bottom-right pane.
                topLeftCell: getCellAddress(stickyRowsCount || 0, stickyColumnsCount || 0),
                // `activePane` defines which pane is active in a "split" or "frozen" `state`.
                // Possible values: "bottomLeft", "bottomRight", "topLeft", "topRight".
                activePane: "bottomRight",
                // `state: "frozen"` indicates that the panes are frozen, meaning the split area
                // (usually top rows or leftmost columns) remains fixed while the rest of the sheet scrolls.
                // Other possible values:
                // "split" — Indicates that the window is split into separate panes that can be scrolled independently, but are not locked in place.
                // "frozenSplit" — A combination used in specific scenarios (often by Excel itself) to manage complex freezing.
                state: "frozen"
              };
              var sheetViewElement = findElement(xml, "sheetView");
              if (sheetViewElement) {
                var paneElement = findElementInsideElement(xml, "pane", sheetViewElement);
                var paneXml = getSelfClosingTagMarkup("pane", paneAttributes);
                if (paneElement) {
                  xml = replaceElement(xml, paneElement, paneXml);
                } else {
                  xml = appendMarkupInsideElement(xml, sheetViewElement, paneXml);
                }
              } else {
                var sheetViewsElement = findElement(xml, "sheetViews");
                if (sheetViewsElement) {
                  throw new Error("xl/worksheets/sheet".concat(sheetId, ".xml: <sheetViews/> element exists but it doesn't contain any <sheetView/> elements"));
                }
                var sheetViewAttributes = {
                  tabSelected: sheetIndex === 0 ? 1 : 0,
                  // The first sheet is selected by default.
                  workbookViewId: 0
                };
                var sheetViewsXml = getOpeningTagMarkup("sheetViews") + getOpeningTagMarkup("sheetView", sheetViewAttributes) + getSelfClosingTagMarkup("pane", paneAttributes) + getClosingTagMarkup("sheetView", sheetViewAttributes) + getClosingTagMarkup("sheetViews");
                var worksheetElement = findElement(xml, "worksheet");
                xml = prependMarkupInsideElement(xml, worksheetElement, sheetViewsXml);
              }
            }
            return xml;
          }
        },
        "xl/workbook.xml": {
          transform: function transform3(xml, sheetsOptions) {
            if (sheetsOptions.some(hasStickyRowsOrColumns)) {
              var workbookViewElement = findElement(xml, "workbookView");
              if (!workbookViewElement) {
                var bookViewsElement = findElement(xml, "bookViews");
                if (bookViewsElement) {
                  throw new Error("xl/workbook.xml: <bookViews/> element exists but it doesn't contain any <workbookView/> elements");
                }
                return insertElementMarkupAccordingToOrderOfSiblings(xml, "<bookViews><workbookView/></bookViews>", getOrderOfSiblings("xl/workbook.xml", "workbook"), "workbook");
              }
            }
            return xml;
          }
        }
      }
    }
  };
  function hasStickyRowsOrColumns(sheetOptions) {
    return Boolean(sheetOptions.stickyRowsCount) || Boolean(sheetOptions.stickyColumnsCount);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/getFeatures.js
  function getFeatures(customFeatures) {
    var features2 = [];
    features2.push(conditionalFormatting_default);
    features2.push(images_default);
    features2.push(stickyRowsOrColumns_default);
    if (customFeatures) {
      customFeatures.forEach(validateFeature);
      features2 = features2.concat(customFeatures);
    }
    return features2;
  }
  var TRANSFORMABLE_FILES = ["[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet{id}.xml", "xl/worksheets/_rels/sheet{id}.xml.rels", "xl/drawings/drawing{id}.xml", "xl/drawings/_rels/drawing{id}.xml.rels"];
  function validateFeature(feature) {
    if (feature.files && feature.files.transform) {
      for (var _i = 0, _Object$keys = Object.keys(feature.files.transform); _i < _Object$keys.length; _i++) {
        var key = _Object$keys[_i];
        if (TRANSFORMABLE_FILES.indexOf(key) < 0) {
          throw new Error("Unknown file to transform: ".concat(key));
        }
      }
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/validateSheetData.js
  function _createForOfIteratorHelperLoose11(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray13(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray13(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray13(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray13(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray13(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function validateSheetData(data) {
    if (!Array.isArray(data)) {
      throw new TypeError("Expected sheet data to be an array of rows");
    }
    for (var _iterator = _createForOfIteratorHelperLoose11(data), _step; !(_step = _iterator()).done; ) {
      var row = _step.value;
      if (Array.isArray(row)) {
        return;
      } else {
        throw new Error("Expected each sheet data row to be an array");
      }
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/initializeSharedStrings.js
  function initializeSharedStrings() {
    var sharedStrings = [];
    var sharedStringIdByString = {};
    return {
      getSharedStrings: function getSharedStrings() {
        return sharedStrings;
      },
      findOrCreateSharedString: function findOrCreateSharedString(string2) {
        var id = sharedStringIdByString[string2];
        if (id === void 0) {
          id = sharedStrings.length;
          sharedStringIdByString[string2] = id;
          sharedStrings.push(string2);
        }
        return id;
      }
    };
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/validateSheetName.js
  var ILLEGAL_CHARACTERS_IN_SHEET_NAME = /[\[\]\/\\:*?]+/;
  function validateSheetName(sheetName) {
    if (!sheetName) {
      throw new Error("Sheet name can't be empty");
    }
    if (sheetName.length > 31) {
      throw new Error('Sheet name "'.concat(sheetName, `" can't be longer than 31 characters`));
    }
    if (ILLEGAL_CHARACTERS_IN_SHEET_NAME.test(sheetName)) {
      throw new Error('Sheet name "'.concat(sheetName, '" contains illegal characters: []/\\:*?'));
    }
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/initializeSheets.js
  function _createForOfIteratorHelperLoose12(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray14(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray14(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray14(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray14(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray14(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function initializeSheets(sheetsData, sheetsOptions, globalOptions) {
    var _initializeSharedStri = initializeSharedStrings(), getSharedStrings = _initializeSharedStri.getSharedStrings, findOrCreateSharedString = _initializeSharedStri.findOrCreateSharedString;
    var defaultFont = getDefaultFont(globalOptions);
    var _initializeStyles = initializeStyles(defaultFont), getCellStyles = _initializeStyles.getCellStyles, findOrCreateCellStyle = _initializeStyles.findOrCreateCellStyle;
    var sheetNames = sheetsOptions.map(function(sheetOptions) {
      return sheetOptions.sheet;
    });
    for (var _iterator = _createForOfIteratorHelperLoose12(sheetNames), _step; !(_step = _iterator()).done; ) {
      var sheetName = _step.value;
      validateSheetName(sheetName);
    }
    var sheetXmlParameters = [];
    var sheetIndex = 0;
    while (sheetIndex < sheetNames.length) {
      sheetXmlParameters.push({
        sheetData: sheetsData[sheetIndex],
        sheetOptions: sheetsOptions[sheetIndex],
        sheetIndex,
        sheetId: getSheetId(sheetIndex),
        hasDefaultFont: Boolean(defaultFont),
        // hasDefaultFont: Boolean(sheetsDefaultFonts[sheetIndex]),
        // findOrCreateCellStyle: (style) => findOrCreateCellStyle(style, sheetIndex),
        findOrCreateCellStyle,
        findOrCreateSharedString
      });
      sheetIndex++;
    }
    return {
      sheets: sheetNames.map(function(sheetName2, _i) {
        var sheetIndex2 = _i;
        return {
          sheetId: getSheetId(sheetIndex2),
          sheetName: sheetName2,
          sheetXmlParameters: sheetXmlParameters[sheetIndex2]
        };
      }),
      getSharedStrings,
      getCellStyles
    };
  }
  function getSheetId(sheetIndex) {
    return String(sheetIndex + 1);
  }
  function getDefaultFont(globalOptions) {
    var fontFamily = globalOptions.fontFamily, fontSize = globalOptions.fontSize;
    if (fontFamily || typeof fontSize === "number") {
      return {
        fontFamily,
        fontSize
      };
    }
  }

  // ../../../node_modules/write-excel-file/modules/getSheetData/getSheetData.js
  function getSheetData(objects, columns) {
    var headerRow;
    if (columns.some(function(column) {
      return column.header;
    })) {
      headerRow = columns.map(function(_ref) {
        var header = _ref.header;
        return header || null;
      });
    }
    return (headerRow ? [headerRow] : []).concat(objects.map(function(object2, objectIndex) {
      return columns.map(function(_ref2) {
        var cell4 = _ref2.cell;
        return cell4(object2, objectIndex);
      });
    }));
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/features/getWrittenFiles.js
  function _typeof4(o2) {
    "@babel/helpers - typeof";
    return _typeof4 = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o3) {
      return typeof o3;
    } : function(o3) {
      return o3 && "function" == typeof Symbol && o3.constructor === Symbol && o3 !== Symbol.prototype ? "symbol" : typeof o3;
    }, _typeof4(o2);
  }
  function ownKeys4(e3, r2) {
    var t4 = Object.keys(e3);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e3);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e3, r3).enumerable;
      })), t4.push.apply(t4, o2);
    }
    return t4;
  }
  function _objectSpread4(e3) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t4 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys4(Object(t4), true).forEach(function(r3) {
        _defineProperty4(e3, r3, t4[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(t4)) : ownKeys4(Object(t4)).forEach(function(r3) {
        Object.defineProperty(e3, r3, Object.getOwnPropertyDescriptor(t4, r3));
      });
    }
    return e3;
  }
  function _defineProperty4(e3, r2, t4) {
    return (r2 = _toPropertyKey4(r2)) in e3 ? Object.defineProperty(e3, r2, { value: t4, enumerable: true, configurable: true, writable: true }) : e3[r2] = t4, e3;
  }
  function _toPropertyKey4(t4) {
    var i3 = _toPrimitive4(t4, "string");
    return "symbol" == _typeof4(i3) ? i3 : i3 + "";
  }
  function _toPrimitive4(t4, r2) {
    if ("object" != _typeof4(t4) || !t4) return t4;
    var e3 = t4[Symbol.toPrimitive];
    if (void 0 !== e3) {
      var i3 = e3.call(t4, r2 || "default");
      if ("object" != _typeof4(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t4);
  }
  function _createForOfIteratorHelperLoose13(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray15(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray15(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray15(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray15(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray15(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function getWrittenFiles(features2, sheetsOptions, _ref) {
    var read3 = _ref.read;
    var writtenFiles = {};
    for (var _iterator = _createForOfIteratorHelperLoose13(features2), _step; !(_step = _iterator()).done; ) {
      var feature = _step.value;
      if (feature.files && feature.files.write) {
        if (feature.files.write.files) {
          var files2 = feature.files.write.files(sheetsOptions, {
            read: read3
          });
          if (files2) {
            writtenFiles = _objectSpread4(_objectSpread4({}, writtenFiles), files2);
          }
        }
      }
    }
    return writtenFiles;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/generateXlsxFileContents.js
  function _typeof5(o2) {
    "@babel/helpers - typeof";
    return _typeof5 = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o3) {
      return typeof o3;
    } : function(o3) {
      return o3 && "function" == typeof Symbol && o3.constructor === Symbol && o3 !== Symbol.prototype ? "symbol" : typeof o3;
    }, _typeof5(o2);
  }
  var _excluded = ["data"];
  function ownKeys5(e3, r2) {
    var t4 = Object.keys(e3);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e3);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e3, r3).enumerable;
      })), t4.push.apply(t4, o2);
    }
    return t4;
  }
  function _objectSpread5(e3) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t4 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys5(Object(t4), true).forEach(function(r3) {
        _defineProperty5(e3, r3, t4[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e3, Object.getOwnPropertyDescriptors(t4)) : ownKeys5(Object(t4)).forEach(function(r3) {
        Object.defineProperty(e3, r3, Object.getOwnPropertyDescriptor(t4, r3));
      });
    }
    return e3;
  }
  function _defineProperty5(e3, r2, t4) {
    return (r2 = _toPropertyKey5(r2)) in e3 ? Object.defineProperty(e3, r2, { value: t4, enumerable: true, configurable: true, writable: true }) : e3[r2] = t4, e3;
  }
  function _toPropertyKey5(t4) {
    var i3 = _toPrimitive5(t4, "string");
    return "symbol" == _typeof5(i3) ? i3 : i3 + "";
  }
  function _toPrimitive5(t4, r2) {
    if ("object" != _typeof5(t4) || !t4) return t4;
    var e3 = t4[Symbol.toPrimitive];
    if (void 0 !== e3) {
      var i3 = e3.call(t4, r2 || "default");
      if ("object" != _typeof5(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t4);
  }
  function _objectWithoutProperties(e3, t4) {
    if (null == e3) return {};
    var o2, r2, i3 = _objectWithoutPropertiesLoose(e3, t4);
    if (Object.getOwnPropertySymbols) {
      var n3 = Object.getOwnPropertySymbols(e3);
      for (r2 = 0; r2 < n3.length; r2++) o2 = n3[r2], -1 === t4.indexOf(o2) && {}.propertyIsEnumerable.call(e3, o2) && (i3[o2] = e3[o2]);
    }
    return i3;
  }
  function _objectWithoutPropertiesLoose(r2, e3) {
    if (null == r2) return {};
    var t4 = {};
    for (var n3 in r2) if ({}.hasOwnProperty.call(r2, n3)) {
      if (-1 !== e3.indexOf(n3)) continue;
      t4[n3] = r2[n3];
    }
    return t4;
  }
  function _createForOfIteratorHelperLoose14(r2, e3) {
    var t4 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t4) return (t4 = t4.call(r2)).next.bind(t4);
    if (Array.isArray(r2) || (t4 = _unsupportedIterableToArray16(r2)) || e3 && r2 && "number" == typeof r2.length) {
      t4 && (r2 = t4);
      var o2 = 0;
      return function() {
        return o2 >= r2.length ? { done: true } : { done: false, value: r2[o2++] };
      };
    }
    throw new TypeError("Invalid attempt to iterate non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray16(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray16(r2, a2);
      var t4 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t4 && r2.constructor && (t4 = r2.constructor.name), "Map" === t4 || "Set" === t4 ? Array.from(r2) : "Arguments" === t4 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t4) ? _arrayLikeToArray16(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray16(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e3 = 0, n3 = Array(a2); e3 < a2; e3++) n3[e3] = r2[e3];
    return n3;
  }
  function generateXlsxFileContents(arg1, arg2, arg3) {
    var _getArguments = getArguments(arg1, arg2, arg3), sheetsDataAndOptions = _getArguments.sheets, options = _getArguments.options;
    var sheetsData = sheetsDataAndOptions.map(function(sheet2) {
      return sheet2.data;
    });
    var sheetsOptions = sheetsDataAndOptions.map(function(sheet2) {
      return sheet2.options;
    });
    sheetsOptions = setSheetNames(sheetsOptions);
    sheetsOptions = setConditionalFormattingRulesGlobalIndexes(sheetsOptions);
    var features2 = getFeatures(options.features);
    var files2 = {};
    var readFile = function readFile2(path) {
      return files2[path];
    };
    var writeFiles = function writeFiles2(filesToWrite) {
      for (var _i = 0, _Object$keys = Object.keys(filesToWrite); _i < _Object$keys.length; _i++) {
        var path = _Object$keys[_i];
        validateFilePath(path);
        validateFileContent(path, filesToWrite[path]);
        files2[path] = filesToWrite[path];
      }
    };
    var _initializeSheets = initializeSheets(sheetsData, sheetsOptions, options), sheets2 = _initializeSheets.sheets, getSharedStrings = _initializeSheets.getSharedStrings, getCellStyles = _initializeSheets.getCellStyles;
    files2["[Content_Types].xml"] = generateContentTypesXml({
      sheetIds: sheets2.map(function(_2) {
        return _2.sheetId;
      }),
      features: features2,
      sheetsOptions
    });
    files2["_rels/.rels"] = generateRelsXml({
      features: features2,
      sheetsOptions
    });
    files2["xl/_rels/workbook.xml.rels"] = generateWorkbookXmlRels({
      sheetIds: sheets2.map(function(_2) {
        return _2.sheetId;
      }),
      features: features2,
      sheetsOptions
    });
    files2["xl/workbook.xml"] = generateWorkbookXml({
      sheetIdsAndNames: sheets2.map(function(_ref) {
        var sheetId2 = _ref.sheetId, sheetName = _ref.sheetName;
        return {
          sheetId: sheetId2,
          sheetName
        };
      }),
      features: features2,
      sheetsOptions
    });
    var sheetIndex = 0;
    for (var _iterator = _createForOfIteratorHelperLoose14(sheets2), _step; !(_step = _iterator()).done; ) {
      var _step$value = _step.value, sheetId = _step$value.sheetId, sheetXmlParameters = _step$value.sheetXmlParameters;
      var sheetOptions = sheetsOptions[sheetIndex];
      files2["xl/worksheets/sheet".concat(sheetId, ".xml")] = generateSheetXml(sheetXmlParameters, features2);
      files2["xl/worksheets/_rels/sheet".concat(sheetId, ".xml.rels")] = generateSheetXmlRels({
        sheetIndex,
        sheetId,
        sheetOptions,
        features: features2
      });
      files2["xl/drawings/drawing".concat(sheetId, ".xml")] = generateDrawingXml({
        sheetIndex,
        sheetId,
        sheetOptions,
        features: features2
      });
      files2["xl/drawings/_rels/drawing".concat(sheetId, ".xml.rels")] = generateDrawingXmlRels({
        sheetIndex,
        sheetId,
        sheetOptions,
        features: features2
      });
      sheetIndex++;
    }
    writeFiles(getWrittenFiles(features2, sheetsOptions, {
      read: readFile
    }));
    files2["xl/styles.xml"] = generateStylesXml(getCellStyles(), sheetsOptions, features2);
    files2["xl/sharedStrings.xml"] = generateSharedStringsXml(getSharedStrings());
    removeUnusedDrawings(files2, sheets2);
    return files2;
  }
  function removeUnusedDrawings(files2, sheets2) {
    for (var _iterator2 = _createForOfIteratorHelperLoose14(sheets2), _step2; !(_step2 = _iterator2()).done; ) {
      var sheetId = _step2.value.sheetId;
      if (files2["xl/drawings/drawing".concat(sheetId, ".xml")] === DRAWING_XML_START + DRAWING_XML_END) {
        delete files2["xl/drawings/drawing".concat(sheetId, ".xml")];
        delete files2["xl/drawings/_rels/drawing".concat(sheetId, ".xml.rels")];
        if (!removeSubstring(files2, "xl/worksheets/sheet".concat(sheetId, ".xml"), generateDrawingReference(getSelfClosingTagMarkup))) {
          throw new Error(COULD_NOT_REMOVE_UNUSED_DRAWINGS);
        }
        removeSubstring(files2, "xl/worksheets/_rels/sheet".concat(sheetId, ".xml.rels"), getDrawingRelationshipXml(sheetId));
        removeSubstring(files2, "[Content_Types].xml", getDrawingContentTypeXml(sheetId));
      }
    }
  }
  var COULD_NOT_REMOVE_UNUSED_DRAWINGS = "Couldn't remove unused drawings";
  function removeSubstring(files2, key, substring) {
    if (!files2[key]) {
      throw new Error("File not found: ".concat(key));
    }
    if (files2[key].indexOf(substring) < 0) {
      throw new Error('Substring "'.concat(substring, '" not found in "').concat(key, '"'));
    }
    var stringBeforeRemoval = files2[key];
    var stringAfterRemoval = stringBeforeRemoval.replace(substring, "");
    files2[key] = stringAfterRemoval;
    return stringBeforeRemoval !== stringAfterRemoval;
  }
  function validateFilePath(path) {
    if (path[0] === "/") {
      throw new Error("File path must not start with a slash (/)");
    }
  }
  function validateFileContent(path, content) {
    if (!content) {
      throw new Error("File `content` not specified: ".concat(path));
    }
  }
  function getArguments(arg1, arg2, arg3) {
    if (Array.isArray(arg1)) {
      if (arg1.length === 0 || Array.isArray(arg1[0])) {
        validateSheetData(arg1);
        if (Array.isArray(arg1[0]) && arg1.length > 0 && Array.isArray(arg1[0][0])) {
          throw new Error("In order to write multiple sheets, pass an array of sheet objects");
        }
        return {
          sheets: [{
            data: arg1,
            options: arg2 || {}
          }],
          options: arg3 || {}
        };
      } else if (isObject(arg1[0])) {
        if (isObject(arg2) && Array.isArray(arg2.schema)) {
          throw new Error("`schema` parameter was removed, use `columns` parameter instead");
        }
        if (isObject(arg2) && Array.isArray(arg2.columns)) {
          return getArguments(getSheetData(arg1, arg2.columns), arg2, arg3);
        }
        return {
          sheets: arg1.map(function(_ref2) {
            var data = _ref2.data, options = _objectWithoutProperties(_ref2, _excluded);
            if (!data) {
              throw new Error("`data` property is required for each sheet");
            }
            validateSheetData(data);
            return {
              data,
              options: options || {}
            };
          }),
          options: arg2 || {}
        };
      } else {
        throw new Error("Invalid first argument: must be either sheet data — an array of arrays — or an array of sheet objects");
      }
    } else {
      throw new Error("Invalid first argument: must be an array");
    }
  }
  function setSheetNames(sheetsOptions) {
    return sheetsOptions.map(function(sheetOptions, sheetIndex) {
      return _objectSpread5(_objectSpread5({}, sheetOptions), {}, {
        sheet: sheetOptions.sheet || "Sheet".concat(sheetIndex + 1)
      });
    });
  }
  function setConditionalFormattingRulesGlobalIndexes(sheetsOptions) {
    var globalIndex = 0;
    return sheetsOptions.map(function(sheetOptions) {
      return _objectSpread5(_objectSpread5({}, sheetOptions), {}, {
        conditionalFormatting: sheetOptions.conditionalFormatting && sheetOptions.conditionalFormatting.map(function(conditionalFormattingRule) {
          return _objectSpread5(_objectSpread5({}, conditionalFormattingRule), {}, {
            // `++` operator returns the value before the increment.
            _globalIndex: globalIndex++
          });
        })
      });
    });
  }

  // ../../../node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js
  function generateXlsxFile(arg1, arg2, arg3, convertFileContentToUint8Array, createZipArchiveAsArrayBuffer, isAsyncZip) {
    var files2 = generateXlsxFileContents(arg1, arg2, arg3);
    return convertFilesContentToUint8Arrays(files2, convertFileContentToUint8Array).then(function(files3) {
      var result = createZipArchiveAsArrayBuffer(files3);
      if (isAsyncZip) {
        return result.then(function(result2) {
          return convertArrayBufferToBlob(result2);
        });
      } else {
        return convertArrayBufferToBlob(result);
      }
    });
  }
  function convertArrayBufferToBlob(arrayBuffer) {
    return new Blob([arrayBuffer], {
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    });
  }
  function generateXlsxFileSync(arg1, arg2, arg3, convertFileContentToUint8Array) {
    return generateXlsxFile(arg1, arg2, arg3, convertFileContentToUint8Array, zipToArrayBufferSync, false);
  }

  // src/outputs/xlsx.js
  var NOT_XML = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
  var LONGEST_CELL = 32767;
  var WIDEST = 60;
  function cell2(value2) {
    if (value2 === null || value2 === void 0 || value2 === "") return null;
    if (typeof value2 === "number") return { value: value2, type: Number };
    return { value: String(value2).replace(NOT_XML, " ").slice(0, LONGEST_CELL), type: String };
  }
  function widthOf(value2) {
    return String(value2 ?? "").replace(/[^ -~]/g, "##").length;
  }
  function xlsx(rows, sheet2) {
    const [heads, ...lines] = rows;
    const data = [heads.map((head4) => ({ ...cell2(head4), fontWeight: "bold" })), ...lines.map((line2) => line2.map(cell2))];
    const columns = heads.map((head4, place) => {
      const widths = lines.slice(0, 200).map((line2) => widthOf(line2[place]));
      return { width: Math.min(WIDEST, 2 + Math.max(widthOf(head4), ...widths)) };
    });
    return generateXlsxFileSync(data, { sheet: sheet2, columns, stickyRowsCount: 1 }, void 0, null);
  }

  // ../../../node_modules/@tanstack/table-core/dist/utils.js
  function functionalUpdate(updater, input) {
    return typeof updater === "function" ? updater(input) : updater;
  }
  function cloneState(value2) {
    if (Array.isArray(value2)) return value2.map(cloneState);
    if (value2 && typeof value2 === "object") {
      const proto = Object.getPrototypeOf(value2);
      if (proto !== Object.prototype && proto !== null) return value2;
      const copy = proto === null ? makeObjectMap() : {};
      const keys = Object.keys(value2);
      for (let i3 = 0; i3 < keys.length; i3++) {
        const key = keys[i3];
        Object.defineProperty(copy, key, {
          configurable: true,
          enumerable: true,
          value: cloneState(value2[key]),
          writable: true
        });
      }
      return copy;
    }
    return value2;
  }
  function makeObjectMap() {
    return /* @__PURE__ */ Object.create(null);
  }
  function hasOwn2(obj, key) {
    return Object.prototype.hasOwnProperty.call(obj, key);
  }
  function makeStateUpdater(key, instance) {
    return (updater) => {
      var _a2;
      (((_a2 = instance.options.atoms) == null ? void 0 : _a2[key]) ?? instance.baseAtoms[key]).set((old) => functionalUpdate(updater, old));
    };
  }
  function isPlainContainer(value2) {
    if (typeof value2 !== "object" || value2 === null) return false;
    if (Array.isArray(value2)) return true;
    const proto = Object.getPrototypeOf(value2);
    return proto === Object.prototype || proto === null;
  }
  function getEnumerableOwnKeys(value2) {
    return Reflect.ownKeys(value2).filter((key) => Object.prototype.propertyIsEnumerable.call(value2, key));
  }
  var MAX_STATE_COMPARE_DEPTH = 3;
  function stateSlicesEqual(a2, b) {
    return stateSlicesEqualAtDepth(a2, b, MAX_STATE_COMPARE_DEPTH);
  }
  function stateSlicesEqualAtDepth(a2, b, depth) {
    if (Object.is(a2, b)) return true;
    if (depth <= 0 || !isPlainContainer(a2) || !isPlainContainer(b)) return false;
    if (Array.isArray(a2) || Array.isArray(b)) {
      if (!Array.isArray(a2) || !Array.isArray(b) || a2.length !== b.length) return false;
    }
    const keysA = getEnumerableOwnKeys(a2);
    const keysB = getEnumerableOwnKeys(b);
    if (keysA.length !== keysB.length) return false;
    const recordA = a2;
    const recordB = b;
    for (let i3 = 0; i3 < keysA.length; i3++) {
      const key = keysA[i3];
      if (!Object.prototype.propertyIsEnumerable.call(b, key)) return false;
      if (!stateSlicesEqualAtDepth(recordA[key], recordB[key], depth - 1)) return false;
    }
    return true;
  }
  function setStateSlice(instance, key, updater, isEqual = stateSlicesEqual) {
    const onChangeKey = `on${key.charAt(0).toUpperCase()}${key.slice(1)}Change`;
    const onChange = instance.options[onChangeKey];
    if (!onChange) return;
    onChange((current) => {
      const next = functionalUpdate(updater, current);
      return isEqual(current, next) ? current : next;
    });
  }
  function isFunction(d2) {
    return d2 instanceof Function;
  }
  function flattenBy(arr, getChildren) {
    const flat2 = [];
    const recurse = (subArr) => {
      subArr.forEach((item) => {
        flat2.push(item);
        const children = getChildren(item);
        if (children.length) recurse(children);
      });
    };
    recurse(arr);
    return flat2;
  }
  var memo = ({ fn, memoDeps, onAfterCompare, onAfterUpdate, onBeforeCompare, onBeforeUpdate }) => {
    let deps = [];
    let result;
    const memoizedFn = (depArgs) => {
      onBeforeCompare == null ? void 0 : onBeforeCompare();
      const newDeps = memoDeps == null ? void 0 : memoDeps(depArgs);
      let depsChanged = !newDeps || newDeps.length !== (deps == null ? void 0 : deps.length);
      if (!depsChanged && newDeps) {
        for (let i3 = 0; i3 < newDeps.length; i3++) if (newDeps[i3] !== deps[i3]) {
          depsChanged = true;
          break;
        }
      }
      onAfterCompare == null ? void 0 : onAfterCompare(depsChanged);
      if (!depsChanged) return result;
      deps = newDeps;
      onBeforeUpdate == null ? void 0 : onBeforeUpdate();
      result = fn(...newDeps ?? []);
      onAfterUpdate == null ? void 0 : onAfterUpdate(result);
      return result;
    };
    return memoizedFn;
  };
  function skipFirstRun(fn) {
    let hasRun = false;
    return () => {
      if (!hasRun) {
        hasRun = true;
        return;
      }
      fn();
    };
  }
  var pad = (str, num) => {
    str = String(str);
    while (str.length < num) str = " " + str;
    return str;
  };
  function tableMemo({ feature, fnName, objectId, onAfterUpdate, table, ...memoOptions }) {
    let startCalcTime;
    let endCalcTime;
    let runCount = 0;
    let debug;
    if (true) {
      const { debugAll } = table.options;
      const { parentName } = getFunctionNameInfo(fnName, ".");
      const debugByParent = table.options[`debug${(parentName != "table" ? parentName + "s" : parentName).replace(parentName, parentName.charAt(0).toUpperCase() + parentName.slice(1))}`];
      const debugByFeature = feature ? table.options[`debug${feature.charAt(0).toUpperCase() + feature.slice(1)}`] : false;
      debug = debugAll || debugByParent || debugByFeature;
    }
    function logTime(time2, depsChanged) {
      var _a2;
      const runType = runCount === 0 ? "(1st run)" : depsChanged ? "(rerun #" + runCount + ")" : "(cache)";
      runCount++;
      console.groupCollapsed(`%c⏱ ${pad(`${time2.toFixed(1)} ms`, 12)} %c${runType}%c ${fnName}%c ${objectId ? `(${fnName.split(".")[0]}Id: ${objectId})` : ""}`, `font-size: .6rem; font-weight: bold; ${depsChanged ? `color: hsl(
        ${Math.max(0, Math.min(120 - Math.log10(time2) * 60, 120))}deg 100% 31%);` : ""} `, `color: ${runCount < 2 ? "#FF00FF" : "#FF1493"}`, "color: #666", "color: #87CEEB");
      console.info({
        feature,
        state: table.store.state,
        deps: (_a2 = memoOptions.memoDeps) == null ? void 0 : _a2.toString()
      });
      console.trace();
      console.groupEnd();
    }
    const onAfterUpdateHandler = onAfterUpdate ? () => {
      const { schedule, untrack } = table._reactivity;
      schedule(() => untrack(() => onAfterUpdate()));
    } : void 0;
    const debugOptions = true ? {
      onBeforeCompare: () => {
      },
      onAfterCompare: (depsChanged) => {
      },
      onBeforeUpdate: () => {
        if (debug) startCalcTime = performance.now();
      },
      onAfterUpdate: () => {
        if (debug) {
          endCalcTime = performance.now();
          logTime(Math.round((endCalcTime - startCalcTime) * 100) / 100, true);
        }
        onAfterUpdateHandler == null ? void 0 : onAfterUpdateHandler();
      }
    } : { onAfterUpdate: onAfterUpdateHandler };
    return memo({
      ...memoOptions,
      ...debugOptions
    });
  }
  function getFunctionNameInfo(staticFnName, splitBy = "_") {
    const [parentName, fnKey] = staticFnName.replace(splitBy, " ").split(" ");
    return {
      fnKey,
      fnName: `${parentName}.${fnKey}`,
      parentName
    };
  }
  function assignTableAPIs(feature, table, apis) {
    for (const [staticFnName, { fn, memoDeps }] of Object.entries(apis)) {
      const { fnKey, fnName } = getFunctionNameInfo(staticFnName);
      table[fnKey] = memoDeps ? tableMemo({
        memoDeps,
        fn,
        fnName,
        table,
        feature
      }) : fn;
    }
  }
  function assignPrototypeAPIs(feature, prototype, table, apis) {
    for (const [staticFnName, { fn, memoDeps }] of Object.entries(apis)) {
      const { fnKey, fnName } = getFunctionNameInfo(staticFnName);
      if (memoDeps) {
        const memoKey = `_memo_${fnKey}`;
        prototype[fnKey] = function(...args) {
          if (!this[memoKey]) {
            const self = this;
            this[memoKey] = tableMemo({
              memoDeps: (depArgs) => memoDeps(self, depArgs),
              fn: (...deps) => fn(self, ...deps),
              fnName,
              objectId: self.id,
              table,
              feature
            });
          }
          return this[memoKey](...args);
        };
      } else prototype[fnKey] = function(...args) {
        return fn(this, ...args);
      };
    }
  }
  function callMemoOrStaticFn(obj, fnKey, staticFn, ...args) {
    var _a2;
    return ((_a2 = obj[fnKey]) == null ? void 0 : _a2.call(obj, ...args)) ?? staticFn(obj, ...args);
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/cells/coreCellsFeature.utils.js
  function cell_getValue(cell4) {
    return cell4.row.getValue(cell4.column.id);
  }
  function cell_renderValue(cell4) {
    return cell4.getValue() ?? cell4.table.options.renderFallbackValue;
  }
  function cell_getContext(cell4) {
    return {
      table: cell4.table,
      column: cell4.column,
      row: cell4.row,
      cell: cell4,
      getValue: () => cell4.getValue(),
      renderValue: () => cell4.renderValue()
    };
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/cells/coreCellsFeature.js
  var coreCellsFeature = { assignCellPrototype: (prototype, table) => {
    assignPrototypeAPIs("coreCellsFeature", prototype, table, {
      cell_getValue: { fn: (cell4) => cell_getValue(cell4) },
      cell_renderValue: { fn: (cell4) => cell_renderValue(cell4) },
      cell_getContext: {
        fn: (cell4) => cell_getContext(cell4),
        memoDeps: (cell4) => [cell4]
      }
    });
  } };

  // ../../../node_modules/@tanstack/table-core/dist/core/columns/constructColumn.js
  function getColumnPrototype(table) {
    var _a2, _b2;
    if (!table._columnPrototype) {
      table._columnPrototype = { table };
      const features2 = Object.values(table._features);
      for (let i3 = 0; i3 < features2.length; i3++) (_b2 = (_a2 = features2[i3]).assignColumnPrototype) == null ? void 0 : _b2.call(_a2, table._columnPrototype, table);
    }
    return table._columnPrototype;
  }
  function constructColumn(table, columnDef, depth, parent) {
    const resolvedColumnDef = {
      ...table.getDefaultColumnDef(),
      ...columnDef
    };
    const accessorKey = resolvedColumnDef.accessorKey;
    const accessorKeyString = accessorKey === void 0 ? void 0 : String(accessorKey);
    const id = resolvedColumnDef.id ?? (accessorKeyString == null ? void 0 : accessorKeyString.replaceAll(".", "_")) ?? (typeof resolvedColumnDef.header === "string" ? resolvedColumnDef.header : void 0);
    let accessorFn;
    if (resolvedColumnDef.accessorFn) accessorFn = resolvedColumnDef.accessorFn;
    else if (accessorKey !== void 0) {
      if (typeof accessorKey === "string" && accessorKey.includes(".")) {
        const keys = accessorKey.split(".");
        accessorFn = (originalRow) => {
          let result = originalRow;
          for (let i3 = 0; i3 < keys.length; i3++) {
            const key = keys[i3];
            result = result == null ? void 0 : result[key];
            if (result === void 0) console.warn(`"${key}" in deeply nested key "${accessorKey}" returned undefined.`);
          }
          return result;
        };
      } else accessorFn = (originalRow) => originalRow[resolvedColumnDef.accessorKey];
    }
    if (!id) {
      if (true) throw new Error(resolvedColumnDef.accessorFn ? `coreColumnsFeature require an id when using an accessorFn` : `coreColumnsFeature require an id when using a non-string header`);
      throw new Error();
    }
    const columnPrototype = getColumnPrototype(table);
    const column = Object.create(columnPrototype);
    column.accessorFn = accessorFn;
    column.columnDef = resolvedColumnDef;
    column.columns = [];
    column.depth = depth;
    column.id = `${String(id)}`;
    column.parent = parent;
    const initFns = table._columnInstanceInitFns;
    for (let i3 = 0; i3 < initFns.length; i3++) initFns[i3](column);
    return column;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/featureStubs.js
  function getIsColumnVisible(column) {
    var _a2;
    return ((_a2 = column.getIsVisible) == null ? void 0 : _a2.call(column)) ?? true;
  }
  function getVisibleLeafColumns(table) {
    var _a2;
    return ((_a2 = table.getVisibleLeafColumns) == null ? void 0 : _a2.call(table)) ?? table.getAllLeafColumns();
  }
  function orderLeafColumns(table, columns) {
    var _a2, _b2;
    const orderedTable = table;
    const leafColumns = columns;
    return ((_a2 = orderedTable.getOrderColumnsFn) == null ? void 0 : _a2.call(orderedTable)(leafColumns)) ?? ((_b2 = orderedTable._orderGroupedColumns) == null ? void 0 : _b2.call(orderedTable, leafColumns)) ?? columns;
  }
  function orderByColumnPinning(table, items, getColumnId, getItemsByColumnId) {
    var _a2;
    return ((_a2 = table._orderByColumnPinning) == null ? void 0 : _a2.call(table, items, getColumnId, getItemsByColumnId)) ?? items;
  }
  function expandRowModel(table, rowModel) {
    var _a2;
    return ((_a2 = table._expandRows) == null ? void 0 : _a2.call(table, rowModel)) ?? rowModel;
  }
  function autoResetExpanded(table) {
    var _a2;
    (_a2 = table.autoResetExpanded) == null ? void 0 : _a2.call(table);
  }
  function autoResetPageIndex(table) {
    var _a2;
    (_a2 = table.autoResetPageIndex) == null ? void 0 : _a2.call(table);
  }
  function autoResetSorting(table) {
    var _a2;
    (_a2 = table.autoResetSorting) == null ? void 0 : _a2.call(table);
  }
  function autoResetCellSelection(table) {
    var _a2;
    (_a2 = table.autoResetCellSelection) == null ? void 0 : _a2.call(table);
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/columns/coreColumnsFeature.utils.js
  function column_getFlatColumns(column) {
    return [column, ...column.columns.flatMap((col) => col.getFlatColumns())];
  }
  function column_getLeafColumns(column) {
    if (column.columns.length) {
      const leafColumns = column.columns.flatMap((col) => col.getLeafColumns());
      return orderLeafColumns(column.table, leafColumns);
    }
    return [column];
  }
  function table_getDefaultColumnDef(table) {
    return {
      header: (props) => {
        const resolvedColumnDef = props.header.column.columnDef;
        if (resolvedColumnDef.accessorKey) return resolvedColumnDef.accessorKey;
        if (resolvedColumnDef.accessorFn) return resolvedColumnDef.id;
        return null;
      },
      cell: (props) => {
        var _a2, _b2;
        return ((_b2 = (_a2 = props.renderValue()) == null ? void 0 : _a2.toString) == null ? void 0 : _b2.call(_a2)) ?? null;
      },
      ...Object.values(table._features).reduce((obj, feature) => {
        var _a2;
        return Object.assign(obj, (_a2 = feature.getDefaultColumnDef) == null ? void 0 : _a2.call(feature));
      }, {}),
      ...table.options.defaultColumn
    };
  }
  function constructColumns(table, columnDefs, parent, depth = 0) {
    const columns = new Array(columnDefs.length);
    for (let i3 = 0; i3 < columnDefs.length; i3++) {
      if (!(i3 in columnDefs)) continue;
      const columnDef = columnDefs[i3];
      const column = constructColumn(table, columnDef, depth, parent);
      const groupingColumnDef = columnDef;
      column.columns = groupingColumnDef.columns ? constructColumns(table, groupingColumnDef.columns, column, depth + 1) : [];
      columns[i3] = column;
    }
    return columns;
  }
  function table_getAllColumns(table) {
    return constructColumns(table, table.options.columns);
  }
  function table_getAllFlatColumns(table) {
    return table.getAllColumns().flatMap((column) => column.getFlatColumns());
  }
  function table_getAllFlatColumnsById(table) {
    const result = makeObjectMap();
    const flatColumns = table.getAllFlatColumns();
    for (let i3 = 0; i3 < flatColumns.length; i3++) {
      const column = flatColumns[i3];
      result[column.id] = column;
    }
    return result;
  }
  function table_getAllLeafColumns(table) {
    const leafColumns = table.getAllColumns().flatMap((c2) => c2.getLeafColumns());
    return orderLeafColumns(table, leafColumns);
  }
  function table_getAllLeafColumnsById(table) {
    const result = makeObjectMap();
    const leafColumns = table.getAllLeafColumns();
    for (let i3 = 0; i3 < leafColumns.length; i3++) {
      const column = leafColumns[i3];
      result[column.id] = column;
    }
    return result;
  }
  function table_getColumn(table, columnId) {
    const column = table.getAllFlatColumnsById()[columnId];
    if (!column) console.warn(`[Table] Column with id '${columnId}' does not exist.`);
    return column;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/columns/coreColumnsFeature.js
  var coreColumnsFeature = {
    assignColumnPrototype: (prototype, table) => {
      assignPrototypeAPIs("coreColumnsFeature", prototype, table, {
        column_getFlatColumns: {
          fn: (column) => column_getFlatColumns(column),
          memoDeps: (column) => [column.table.options.columns]
        },
        column_getLeafColumns: {
          fn: (column) => column_getLeafColumns(column),
          memoDeps: (column) => {
            var _a2, _b2;
            return [
              (_a2 = column.table.atoms.columnOrder) == null ? void 0 : _a2.get(),
              (_b2 = column.table.atoms.grouping) == null ? void 0 : _b2.get(),
              column.table.options.columns,
              column.table.options.groupedColumnMode
            ];
          }
        }
      });
    },
    constructTableAPIs: (table) => {
      assignTableAPIs("coreColumnsFeature", table, {
        table_getDefaultColumnDef: {
          fn: () => table_getDefaultColumnDef(table),
          memoDeps: () => [table.options.defaultColumn]
        },
        table_getAllColumns: {
          fn: () => table_getAllColumns(table),
          memoDeps: () => [table.options.columns]
        },
        table_getAllFlatColumns: {
          fn: () => table_getAllFlatColumns(table),
          memoDeps: () => [table.options.columns]
        },
        table_getAllFlatColumnsById: {
          fn: () => table_getAllFlatColumnsById(table),
          memoDeps: () => [table.options.columns]
        },
        table_getAllLeafColumns: {
          fn: () => table_getAllLeafColumns(table),
          memoDeps: () => {
            var _a2, _b2;
            return [
              (_a2 = table.atoms.columnOrder) == null ? void 0 : _a2.get(),
              (_b2 = table.atoms.grouping) == null ? void 0 : _b2.get(),
              table.options.columns,
              table.options.groupedColumnMode
            ];
          }
        },
        table_getAllLeafColumnsById: {
          fn: () => table_getAllLeafColumnsById(table),
          memoDeps: () => [table.getAllLeafColumns()]
        },
        table_getColumn: { fn: (columnId) => table_getColumn(table, columnId) }
      });
    }
  };

  // ../../../node_modules/@tanstack/table-core/dist/core/headers/constructHeader.js
  function getHeaderPrototype(table) {
    var _a2, _b2;
    if (!table._headerPrototype) {
      table._headerPrototype = { table };
      const features2 = Object.values(table._features);
      for (let i3 = 0; i3 < features2.length; i3++) (_b2 = (_a2 = features2[i3]).assignHeaderPrototype) == null ? void 0 : _b2.call(_a2, table._headerPrototype, table);
    }
    return table._headerPrototype;
  }
  function constructHeader(table, column, options) {
    const headerPrototype = getHeaderPrototype(table);
    const header = Object.create(headerPrototype);
    header.colSpan = 0;
    header.column = column;
    header.depth = options.depth;
    header.headerGroup = null;
    header.id = options.id ?? column.id;
    header.index = options.index;
    header.isPlaceholder = !!options.isPlaceholder;
    header.placeholderId = options.placeholderId;
    header.rowSpan = 0;
    header.subHeaders = [];
    const initFns = table._headerInstanceInitFns;
    for (let i3 = 0; i3 < initFns.length; i3++) initFns[i3](header);
    return header;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/headers/buildHeaderGroups.js
  function getMaxHeaderDepth(columns, depth = 1) {
    let maxDepth = depth;
    for (let i3 = 0; i3 < columns.length; i3++) {
      const column = columns[i3];
      if (getIsColumnVisible(column) && column.columns.length) maxDepth = Math.max(maxDepth, getMaxHeaderDepth(column.columns, depth + 1));
    }
    return maxDepth;
  }
  function formatHeaderGroupId(headerFamily, depth) {
    return headerFamily ? `${headerFamily}_${depth}` : String(depth);
  }
  function formatHeaderId(headerFamily, depth, columnId, childHeaderId) {
    let id = headerFamily ?? "";
    if (depth) id = id ? `${id}_${depth}` : String(depth);
    if (columnId) id = id ? `${id}_${columnId}` : columnId;
    if (childHeaderId) id = id ? `${id}_${childHeaderId}` : childHeaderId;
    return id;
  }
  function countPendingHeadersForColumn(headers, column) {
    let count = 0;
    for (let i3 = 0; i3 < headers.length; i3++) if (headers[i3].column === column) count++;
    return count;
  }
  function constructHeaderGroup(headersToGroup, depth, table, headerFamily, headerGroups, headerGroupInitFns) {
    const headerGroup = {
      depth,
      id: formatHeaderGroupId(headerFamily, depth),
      headers: []
    };
    const pendingParentHeaders = [];
    for (let i3 = 0; i3 < headersToGroup.length; i3++) {
      if (!(i3 in headersToGroup)) continue;
      const headerToGroup = headersToGroup[i3];
      const latestPendingParentHeader = pendingParentHeaders[pendingParentHeaders.length - 1];
      const isLeafHeader = headerToGroup.column.depth === headerGroup.depth;
      let column;
      let isPlaceholder = false;
      if (isLeafHeader && headerToGroup.column.parent) column = headerToGroup.column.parent;
      else {
        column = headerToGroup.column;
        isPlaceholder = true;
      }
      if (latestPendingParentHeader && latestPendingParentHeader.column === column) latestPendingParentHeader.subHeaders.push(headerToGroup);
      else {
        const header = constructHeader(table, column, {
          id: formatHeaderId(headerFamily, depth, column.id, headerToGroup.id),
          isPlaceholder,
          placeholderId: isPlaceholder ? String(countPendingHeadersForColumn(pendingParentHeaders, column)) : void 0,
          depth,
          index: pendingParentHeaders.length
        });
        header.subHeaders.push(headerToGroup);
        pendingParentHeaders.push(header);
      }
      headerGroup.headers.push(headerToGroup);
      headerToGroup.headerGroup = headerGroup;
    }
    for (let i3 = 0; i3 < headerGroupInitFns.length; i3++) headerGroupInitFns[i3](headerGroup);
    headerGroups.push(headerGroup);
    if (depth > 0) constructHeaderGroup(pendingParentHeaders, depth - 1, table, headerFamily, headerGroups, headerGroupInitFns);
  }
  function updateHeaderSpans(headers) {
    for (let i3 = 0; i3 < headers.length; i3++) {
      const header = headers[i3];
      if (!getIsColumnVisible(header.column)) continue;
      let colSpan = 0;
      if (header.subHeaders.length) {
        updateHeaderSpans(header.subHeaders);
        for (let j2 = 0; j2 < header.subHeaders.length; j2++) {
          const child = header.subHeaders[j2];
          if (!getIsColumnVisible(child.column)) continue;
          colSpan += child.colSpan;
        }
      } else colSpan = 1;
      header.colSpan = colSpan;
      if (header.isPlaceholder && header.subHeaders.length === 1 && header.subHeaders[0].column === header.column) {
        let rowSpan = 1;
        let chainChild = header.subHeaders[0];
        while (chainChild) {
          chainChild.rowSpan = 0;
          rowSpan++;
          chainChild = chainChild.subHeaders.length === 1 && chainChild.subHeaders[0].column === header.column ? chainChild.subHeaders[0] : void 0;
        }
        header.rowSpan = rowSpan;
      } else header.rowSpan = 1;
    }
  }
  function buildHeaderGroups(allColumns, columnsToGroup, table, headerFamily) {
    var _a2;
    const maxDepth = getMaxHeaderDepth(allColumns);
    const headerGroups = [];
    const headerGroupInitFns = table._headerGroupInstanceInitFns;
    const bottomHeaders = new Array(columnsToGroup.length);
    for (let i3 = 0; i3 < columnsToGroup.length; i3++) {
      if (!(i3 in columnsToGroup)) continue;
      bottomHeaders[i3] = constructHeader(table, columnsToGroup[i3], {
        depth: maxDepth,
        index: i3
      });
    }
    constructHeaderGroup(bottomHeaders, maxDepth - 1, table, headerFamily, headerGroups, headerGroupInitFns);
    headerGroups.reverse();
    updateHeaderSpans(((_a2 = headerGroups[0]) == null ? void 0 : _a2.headers) ?? []);
    return headerGroups;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/headers/coreHeadersFeature.utils.js
  function collectLeafHeaders(header, leafHeaders) {
    for (let i3 = 0; i3 < header.subHeaders.length; i3++) collectLeafHeaders(header.subHeaders[i3], leafHeaders);
    leafHeaders.push(header);
  }
  function header_getLeafHeaders(header) {
    const leafHeaders = [];
    collectLeafHeaders(header, leafHeaders);
    return leafHeaders;
  }
  function header_getContext(header) {
    return {
      column: header.column,
      header,
      table: header.column.table
    };
  }
  function table_getHeaderGroups(table) {
    return buildHeaderGroups(table.getAllColumns(), orderByColumnPinning(table, getVisibleLeafColumns(table), (column) => column.id), table);
  }
  function table_getFooterGroups(table) {
    return [...table.getHeaderGroups()].reverse();
  }
  function table_getFlatHeaders(table) {
    const headerGroups = table.getHeaderGroups();
    const result = [];
    for (let i3 = 0; i3 < headerGroups.length; i3++) {
      const headers = headerGroups[i3].headers;
      for (let j2 = 0; j2 < headers.length; j2++) result.push(headers[j2]);
    }
    return result;
  }
  function table_getLeafHeaders(table) {
    var _a2;
    const topHeaders = ((_a2 = table.getHeaderGroups()[0]) == null ? void 0 : _a2.headers) ?? [];
    const result = [];
    for (let i3 = 0; i3 < topHeaders.length; i3++) {
      const leafHeaders = topHeaders[i3].getLeafHeaders();
      for (let j2 = 0; j2 < leafHeaders.length; j2++) result.push(leafHeaders[j2]);
    }
    return result;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/headers/coreHeadersFeature.js
  var coreHeadersFeature = {
    assignHeaderPrototype: (prototype, table) => {
      assignPrototypeAPIs("coreHeadersFeature", prototype, table, {
        header_getLeafHeaders: {
          fn: (header) => header_getLeafHeaders(header),
          memoDeps: (header) => [header.column.table.options.columns]
        },
        header_getContext: {
          fn: (header) => header_getContext(header),
          memoDeps: (header) => [header.column.table.options.columns]
        }
      });
    },
    constructTableAPIs: (table) => {
      assignTableAPIs("coreHeadersFeature", table, {
        table_getHeaderGroups: {
          fn: () => table_getHeaderGroups(table),
          memoDeps: () => {
            var _a2, _b2, _c, _d;
            return [
              table.options.columns,
              (_a2 = table.atoms.columnOrder) == null ? void 0 : _a2.get(),
              (_b2 = table.atoms.grouping) == null ? void 0 : _b2.get(),
              (_c = table.atoms.columnPinning) == null ? void 0 : _c.get(),
              (_d = table.atoms.columnVisibility) == null ? void 0 : _d.get(),
              table.options.groupedColumnMode
            ];
          }
        },
        table_getFooterGroups: {
          fn: () => table_getFooterGroups(table),
          memoDeps: () => [table.getHeaderGroups()]
        },
        table_getFlatHeaders: {
          fn: () => table_getFlatHeaders(table),
          memoDeps: () => [table.getHeaderGroups()]
        },
        table_getLeafHeaders: {
          fn: () => table_getLeafHeaders(table),
          memoDeps: () => [table.getHeaderGroups()]
        }
      });
    }
  };

  // ../../../node_modules/@tanstack/table-core/dist/core/rows/constructRow.js
  function getRowPrototype(table) {
    var _a2, _b2;
    if (!table._rowPrototype) {
      table._rowPrototype = { table };
      const features2 = Object.values(table._features);
      for (let i3 = 0; i3 < features2.length; i3++) (_b2 = (_a2 = features2[i3]).assignRowPrototype) == null ? void 0 : _b2.call(_a2, table._rowPrototype, table);
    }
    return table._rowPrototype;
  }
  var constructRow = (table, id, original, rowIndex, depth, subRows, parentId) => {
    const rowPrototype = getRowPrototype(table);
    const row = Object.create(rowPrototype);
    row._displayIndexCache = -1;
    row._uniqueValuesCache = makeObjectMap();
    row._valuesCache = makeObjectMap();
    row.depth = depth;
    row.id = id;
    row.index = rowIndex;
    row.original = original;
    row.parentId = parentId;
    row.subRows = subRows ?? [];
    const initFns = table._rowInstanceInitFns;
    for (let i3 = 0; i3 < initFns.length; i3++) initFns[i3](row);
    return row;
  };

  // ../../../node_modules/@tanstack/table-core/dist/core/row-models/createCoreRowModel.js
  function createCoreRowModel() {
    return (table) => {
      return tableMemo({
        feature: "coreRowModelsFeature",
        table,
        fnName: "table.getCoreRowModel",
        memoDeps: () => [table.options.data],
        fn: () => _createCoreRowModel(table, table.options.data),
        onAfterUpdate: skipFirstRun(() => {
          autoResetExpanded(table);
          autoResetPageIndex(table);
          autoResetSorting(table);
          autoResetCellSelection(table);
        })
      });
    };
  }
  function accessRows(table, rowModel, originalRows, depth = 0, parentRow) {
    var _a2;
    const rows = [];
    for (let i3 = 0; i3 < originalRows.length; i3++) {
      const originalRow = originalRows[i3];
      const row = constructRow(table, table.getRowId(originalRow, i3, parentRow), originalRow, i3, depth, void 0, parentRow == null ? void 0 : parentRow.id);
      rowModel.flatRows.push(row);
      rowModel.rowsById[row.id] = row;
      rows.push(row);
      if (table.options.getSubRows) {
        row.originalSubRows = table.options.getSubRows(originalRow, i3);
        if ((_a2 = row.originalSubRows) == null ? void 0 : _a2.length) row.subRows = accessRows(table, rowModel, row.originalSubRows, depth + 1, row);
      }
    }
    return rows;
  }
  function _createCoreRowModel(table, data) {
    const rowModel = {
      rows: [],
      flatRows: [],
      rowsById: makeObjectMap()
    };
    rowModel.rows = accessRows(table, rowModel, data);
    return rowModel;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/row-models/coreRowModelsFeature.utils.js
  function table_getCoreRowModel(table) {
    var _a2, _b2;
    if (!table._rowModels.coreRowModel) table._rowModels.coreRowModel = ((_b2 = (_a2 = table.options.features).coreRowModel) == null ? void 0 : _b2.call(_a2, table)) ?? createCoreRowModel()(table);
    return table._rowModels.coreRowModel();
  }
  function table_getPreFilteredRowModel(table) {
    return table.getCoreRowModel();
  }
  function table_getFilteredRowModel(table) {
    var _a2, _b2;
    if (!table._rowModels.filteredRowModel) table._rowModels.filteredRowModel = (_b2 = (_a2 = table.options.features).filteredRowModel) == null ? void 0 : _b2.call(_a2, table);
    if (table.options.manualFiltering || !table._rowModels.filteredRowModel) return table.getPreFilteredRowModel();
    return table._rowModels.filteredRowModel();
  }
  function table_getPreGroupedRowModel(table) {
    return table.getFilteredRowModel();
  }
  function table_getGroupedRowModel(table) {
    var _a2, _b2;
    if (!table._rowModels.groupedRowModel) table._rowModels.groupedRowModel = (_b2 = (_a2 = table.options.features).groupedRowModel) == null ? void 0 : _b2.call(_a2, table);
    if (table.options.manualGrouping || !table._rowModels.groupedRowModel) return table.getPreGroupedRowModel();
    return table._rowModels.groupedRowModel();
  }
  function table_getPreSortedRowModel(table) {
    return table.getGroupedRowModel();
  }
  function table_getSortedRowModel(table) {
    var _a2, _b2;
    if (!table._rowModels.sortedRowModel) table._rowModels.sortedRowModel = (_b2 = (_a2 = table.options.features).sortedRowModel) == null ? void 0 : _b2.call(_a2, table);
    if (table.options.manualSorting || !table._rowModels.sortedRowModel) return table.getPreSortedRowModel();
    return table._rowModels.sortedRowModel();
  }
  function table_getPreExpandedRowModel(table) {
    return table.getSortedRowModel();
  }
  function table_getExpandedRowModel(table) {
    var _a2, _b2;
    if (!table._rowModels.expandedRowModel) table._rowModels.expandedRowModel = (_b2 = (_a2 = table.options.features).expandedRowModel) == null ? void 0 : _b2.call(_a2, table);
    if (table.options.manualExpanding || !table._rowModels.expandedRowModel) return table.getPreExpandedRowModel();
    return table._rowModels.expandedRowModel();
  }
  function table_getPrePaginatedRowModel(table) {
    return table.getExpandedRowModel();
  }
  function table_getPaginatedRowModel(table) {
    var _a2, _b2;
    if (!table._rowModels.paginatedRowModel) table._rowModels.paginatedRowModel = (_b2 = (_a2 = table.options.features).paginatedRowModel) == null ? void 0 : _b2.call(_a2, table);
    if (table.options.manualPagination || !table._rowModels.paginatedRowModel) return table.getPrePaginatedRowModel();
    return table._rowModels.paginatedRowModel();
  }
  function table_getRowModel(table) {
    return table.getPaginatedRowModel();
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/row-models/coreRowModelsFeature.js
  var coreRowModelsFeature = { constructTableAPIs: (table) => {
    assignTableAPIs("coreRowModelsFeature", table, {
      table_getCoreRowModel: { fn: () => table_getCoreRowModel(table) },
      table_getPreFilteredRowModel: { fn: () => table_getPreFilteredRowModel(table) },
      table_getFilteredRowModel: { fn: () => table_getFilteredRowModel(table) },
      table_getPreGroupedRowModel: { fn: () => table_getPreGroupedRowModel(table) },
      table_getGroupedRowModel: { fn: () => table_getGroupedRowModel(table) },
      table_getPreSortedRowModel: { fn: () => table_getPreSortedRowModel(table) },
      table_getSortedRowModel: { fn: () => table_getSortedRowModel(table) },
      table_getPreExpandedRowModel: { fn: () => table_getPreExpandedRowModel(table) },
      table_getExpandedRowModel: { fn: () => table_getExpandedRowModel(table) },
      table_getPrePaginatedRowModel: { fn: () => table_getPrePaginatedRowModel(table) },
      table_getPaginatedRowModel: { fn: () => table_getPaginatedRowModel(table) },
      table_getRowModel: { fn: () => table_getRowModel(table) }
    });
  } };

  // ../../../node_modules/@tanstack/table-core/dist/core/cells/constructCell.js
  function getCellPrototype(table) {
    var _a2, _b2;
    if (!table._cellPrototype) {
      table._cellPrototype = { table };
      const features2 = Object.values(table._features);
      for (let i3 = 0; i3 < features2.length; i3++) (_b2 = (_a2 = features2[i3]).assignCellPrototype) == null ? void 0 : _b2.call(_a2, table._cellPrototype, table);
    }
    return table._cellPrototype;
  }
  function constructCell(column, row, table) {
    const cellPrototype = getCellPrototype(table);
    const cell4 = Object.create(cellPrototype);
    cell4.column = column;
    cell4.id = `${row.id}_${column.id}`;
    cell4.row = row;
    const initFns = table._cellInstanceInitFns;
    for (let i3 = 0; i3 < initFns.length; i3++) initFns[i3](cell4);
    return cell4;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/rows/coreRowsFeature.utils.js
  function row_getDisplayIndex(row) {
    const rows = row.table.getRowsInDisplayOrder();
    const displayIndex = row._displayIndexCache;
    return rows[displayIndex] === row ? displayIndex : -1;
  }
  function table_getRowsInDisplayOrder(table) {
    const rowModel = table.getPrePaginatedRowModel();
    const rows = table.options.paginateExpandedRows === false ? expandRowModel(table, rowModel).rows : rowModel.rows;
    for (let i3 = 0; i3 < rows.length; i3++) rows[i3]._displayIndexCache = i3;
    return rows;
  }
  function row_getValue(row, columnId) {
    if (hasOwn2(row._valuesCache, columnId)) return row._valuesCache[columnId];
    const column = row.table.getColumn(columnId);
    if (!(column == null ? void 0 : column.accessorFn)) return;
    row._valuesCache[columnId] = column.accessorFn(row.original, row.index);
    return row._valuesCache[columnId];
  }
  function row_getUniqueValues(row, columnId) {
    if (hasOwn2(row._uniqueValuesCache, columnId)) return row._uniqueValuesCache[columnId];
    const column = row.table.getColumn(columnId);
    if (!(column == null ? void 0 : column.accessorFn)) return;
    if (!column.columnDef.getUniqueValues) {
      row._uniqueValuesCache[columnId] = [row.getValue(columnId)];
      return row._uniqueValuesCache[columnId];
    }
    row._uniqueValuesCache[columnId] = column.columnDef.getUniqueValues(row.original, row.index);
    return row._uniqueValuesCache[columnId];
  }
  function row_renderValue(row, columnId) {
    return row.getValue(columnId) ?? row.table.options.renderFallbackValue;
  }
  function row_getLeafRows(row) {
    return flattenBy(row.subRows, (d2) => d2.subRows);
  }
  function table_getMaxSubRowDepth(table) {
    const rows = table.getCoreRowModel().flatRows;
    let maxDepth = 0;
    for (let i3 = 0; i3 < rows.length; i3++) maxDepth = Math.max(maxDepth, rows[i3].depth);
    return maxDepth;
  }
  function row_getParentRow(row) {
    if (!row.parentId) return;
    return row.table.getCoreRowModel().rowsById[row.parentId] ?? row.table.getRow(row.parentId, true);
  }
  function row_getParentRows(row) {
    const parentRows = [];
    let currentRow = row;
    while (true) {
      const parentRow = currentRow.getParentRow();
      if (!parentRow) break;
      parentRows.push(parentRow);
      currentRow = parentRow;
    }
    return parentRows.reverse();
  }
  function row_getAllCells(row) {
    const columns = row.table.getAllLeafColumns();
    let cache = row._cellsCache;
    if (!cache) cache = row._cellsCache = /* @__PURE__ */ new WeakMap();
    const cells = new Array(columns.length);
    for (let i3 = 0; i3 < columns.length; i3++) {
      const column = columns[i3];
      let cell4 = cache.get(column);
      if (!cell4) {
        cell4 = constructCell(column, row, row.table);
        cache.set(column, cell4);
      }
      cells[i3] = cell4;
    }
    return cells;
  }
  function row_getAllCellsByColumnId(row) {
    const result = makeObjectMap();
    const cells = row.getAllCells();
    for (let i3 = 0; i3 < cells.length; i3++) {
      const cell4 = cells[i3];
      result[cell4.column.id] = cell4;
    }
    return result;
  }
  function table_getRowId(originalRow, table, index, parent) {
    var _a2, _b2;
    return ((_b2 = (_a2 = table.options).getRowId) == null ? void 0 : _b2.call(_a2, originalRow, index, parent)) ?? (parent ? `${parent.id}.${index}` : String(index));
  }
  function table_getRow(table, rowId, searchAll) {
    let row = (searchAll ? table.getPrePaginatedRowModel() : table.getRowModel()).rowsById[rowId];
    if (!row) {
      row = table.getCoreRowModel().rowsById[rowId];
      if (!row) {
        if (true) throw new Error(`getRow could not find row with ID: ${rowId}`);
        throw new Error();
      }
    }
    return row;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/rows/coreRowsFeature.js
  var coreRowsFeature = {
    assignRowPrototype: (prototype, table) => {
      assignPrototypeAPIs("coreRowsFeature", prototype, table, {
        row_getDisplayIndex: { fn: (row) => row_getDisplayIndex(row) },
        row_getAllCellsByColumnId: {
          fn: (row) => row_getAllCellsByColumnId(row),
          memoDeps: (row) => [row.getAllCells()]
        },
        row_getAllCells: {
          fn: (row) => row_getAllCells(row),
          memoDeps: (row) => [row.table.getAllLeafColumns()]
        },
        row_getLeafRows: {
          fn: (row) => row_getLeafRows(row),
          memoDeps: (row) => [row.subRows]
        },
        row_getParentRow: { fn: (row) => row_getParentRow(row) },
        row_getParentRows: { fn: (row) => row_getParentRows(row) },
        row_getUniqueValues: { fn: (row, columnId) => row_getUniqueValues(row, columnId) },
        row_getValue: { fn: (row, columnId) => row_getValue(row, columnId) },
        row_renderValue: { fn: (row, columnId) => row_renderValue(row, columnId) }
      });
    },
    constructTableAPIs: (table) => {
      assignTableAPIs("coreRowsFeature", table, {
        table_getRowsInDisplayOrder: {
          fn: () => table_getRowsInDisplayOrder(table),
          memoDeps: () => {
            var _a2;
            return [
              table.getPrePaginatedRowModel().rows,
              table.options.paginateExpandedRows,
              table.options.paginateExpandedRows === false ? (_a2 = table.atoms.expanded) == null ? void 0 : _a2.get() : void 0
            ];
          }
        },
        table_getRowId: { fn: (originalRow, index, parent) => table_getRowId(originalRow, table, index, parent) },
        table_getRow: { fn: (id, searchAll) => table_getRow(table, id, searchAll) },
        table_getMaxSubRowDepth: {
          fn: () => table_getMaxSubRowDepth(table),
          memoDeps: () => [table.getCoreRowModel()]
        }
      });
    }
  };

  // ../../../node_modules/@tanstack/table-core/dist/core/table/coreTablesFeature.utils.js
  function table_syncExternalStateToBaseAtoms(table, capturedState, compare3 = (currentState, externalState) => currentState === externalState) {
    const state = capturedState === void 0 ? table.options.state : capturedState;
    table._reactivity.batch(() => {
      if (state) for (const key in state) {
        const baseAtom = table.baseAtoms[key];
        if (!baseAtom) continue;
        const rawExternalState = state[key];
        const externalState = rawExternalState === void 0 ? table.initialState[key] : rawExternalState;
        if (!compare3(table._reactivity.untrack(() => baseAtom.get()), externalState)) baseAtom.set(() => externalState);
      }
    });
  }
  function table_publishExternalState(table, state, compare3 = (currentState, externalState) => currentState === externalState) {
    table._reactivity.batch(() => {
      var _a2, _b2;
      table_syncExternalStateToBaseAtoms(table, state, compare3);
      (_b2 = (_a2 = table._reactivity).commit) == null ? void 0 : _b2.call(_a2);
    });
  }
  function table_reset(table) {
    var _a2, _b2;
    const snap = cloneState(table.initialState);
    table._reactivity.batch(() => {
      const keys = Object.keys(snap);
      for (let i3 = 0; i3 < keys.length; i3++) {
        const key = keys[i3];
        table.baseAtoms[key].set(snap[key]);
      }
    });
    const features2 = Object.values(table._features);
    for (let i3 = 0; i3 < features2.length; i3++) (_b2 = (_a2 = features2[i3]).resetTableInstanceData) == null ? void 0 : _b2.call(_a2, table);
  }
  function table_mergeOptions(table, newOptions) {
    const { features: features2, atoms, initialState } = table.options;
    if (!table.options.mergeOptions) return {
      ...table.options,
      ...newOptions,
      features: features2,
      atoms,
      initialState
    };
    const mergedOptions = table.options.mergeOptions(table.options, newOptions);
    const descriptors = { ...Object.getOwnPropertyDescriptors(mergedOptions) };
    return Object.defineProperties(Object.create(Object.getPrototypeOf(mergedOptions)), {
      ...descriptors,
      features: {
        value: features2,
        enumerable: true,
        configurable: true,
        writable: true
      },
      atoms: {
        value: atoms,
        enumerable: true,
        configurable: true,
        writable: true
      },
      initialState: {
        value: initialState,
        enumerable: true,
        configurable: true,
        writable: true
      }
    });
  }
  function table_setOptions(table, updater, options) {
    const mergedOptions = table_mergeOptions(table, functionalUpdate(updater, table.options));
    if (table.optionsStore) table.optionsStore.set(() => mergedOptions);
    else table.options = mergedOptions;
    if ((options == null ? void 0 : options.syncExternalState) !== false) table_publishExternalState(table, mergedOptions.state ?? null);
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/table/coreTablesFeature.js
  var coreTablesFeature = { constructTableAPIs: (table) => {
    assignTableAPIs("coreTablesFeature", table, {
      table_reset: { fn: () => table_reset(table) },
      table_setOptions: { fn: (updater) => table_setOptions(table, updater) }
    });
  } };

  // ../../../node_modules/@tanstack/table-core/dist/core/coreFeatures.js
  var coreFeatures = {
    coreCellsFeature,
    coreColumnsFeature,
    coreHeadersFeature,
    coreRowModelsFeature,
    coreRowsFeature,
    coreTablesFeature
  };

  // ../../../node_modules/@tanstack/table-core/dist/helpers/tableFeatures.js
  function tableFeatures(features2) {
    return features2;
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/reactivity/coreReactivityFeature.utils.js
  function atomToStore(atom) {
    const store = atom;
    Object.defineProperty(atom, "state", { get() {
      return atom.get();
    } });
    if ("set" in atom) store.setState = atom.set.bind(atom);
    return store;
  }

  // ../../../node_modules/@tanstack/store/dist/alien.js
  // @__NO_SIDE_EFFECTS__
  function createReactiveSystem({ update, notify, unwatched }) {
    return {
      link: link3,
      unlink: unlink2,
      propagate: propagate2,
      checkDirty: checkDirty2,
      shallowPropagate: shallowPropagate2
    };
    function link3(dep, sub, version) {
      const prevDep = sub.depsTail;
      if (prevDep !== void 0 && prevDep.dep === dep) return;
      const nextDep = prevDep !== void 0 ? prevDep.nextDep : sub.deps;
      if (nextDep !== void 0 && nextDep.dep === dep) {
        nextDep.version = version;
        sub.depsTail = nextDep;
        return;
      }
      const prevSub = dep.subsTail;
      if (prevSub !== void 0 && prevSub.version === version && prevSub.sub === sub) return;
      const newLink = sub.depsTail = dep.subsTail = {
        version,
        dep,
        sub,
        prevDep,
        nextDep,
        prevSub,
        nextSub: void 0
      };
      if (nextDep !== void 0) nextDep.prevDep = newLink;
      if (prevDep !== void 0) prevDep.nextDep = newLink;
      else sub.deps = newLink;
      if (prevSub !== void 0) prevSub.nextSub = newLink;
      else dep.subs = newLink;
    }
    function unlink2(link4, sub = link4.sub) {
      const dep = link4.dep;
      const prevDep = link4.prevDep;
      const nextDep = link4.nextDep;
      const nextSub = link4.nextSub;
      const prevSub = link4.prevSub;
      if (nextDep !== void 0) nextDep.prevDep = prevDep;
      else sub.depsTail = prevDep;
      if (prevDep !== void 0) prevDep.nextDep = nextDep;
      else sub.deps = nextDep;
      if (nextSub !== void 0) nextSub.prevSub = prevSub;
      else dep.subsTail = prevSub;
      if (prevSub !== void 0) prevSub.nextSub = nextSub;
      else if ((dep.subs = nextSub) === void 0) unwatched(dep);
      return nextDep;
    }
    function propagate2(link4) {
      let next = link4.nextSub;
      let stack;
      top: do {
        const sub = link4.sub;
        let flags = sub.flags;
        if (!(flags & 60)) sub.flags = flags | 32;
        else if (!(flags & (4 | 8))) flags = 0;
        else if (!(flags & 4)) sub.flags = flags & ~8 | 32;
        else if (!(flags & (16 | 32)) && isValidLink(link4, sub)) {
          sub.flags = flags | (8 | 32);
          flags &= 1;
        } else flags = 0;
        if (flags & 2) notify(sub);
        if (flags & 1) {
          const subSubs = sub.subs;
          if (subSubs !== void 0) {
            const nextSub = (link4 = subSubs).nextSub;
            if (nextSub !== void 0) {
              stack = {
                value: next,
                prev: stack
              };
              next = nextSub;
            }
            continue;
          }
        }
        if ((link4 = next) !== void 0) {
          next = link4.nextSub;
          continue;
        }
        while (stack !== void 0) {
          link4 = stack.value;
          stack = stack.prev;
          if (link4 !== void 0) {
            next = link4.nextSub;
            continue top;
          }
        }
        break;
      } while (true);
    }
    function checkDirty2(link4, sub) {
      let stack;
      let checkDepth = 0;
      let dirty = false;
      top: do {
        const dep = link4.dep;
        const flags = dep.flags;
        if (sub.flags & 16) dirty = true;
        else if ((flags & (1 | 16)) === (1 | 16)) {
          if (update(dep)) {
            const subs = dep.subs;
            if (subs.nextSub !== void 0) shallowPropagate2(subs);
            dirty = true;
          }
        } else if ((flags & (1 | 32)) === (1 | 32)) {
          if (link4.nextSub !== void 0 || link4.prevSub !== void 0) stack = {
            value: link4,
            prev: stack
          };
          link4 = dep.deps;
          sub = dep;
          ++checkDepth;
          continue;
        }
        if (!dirty) {
          const nextDep = link4.nextDep;
          if (nextDep !== void 0) {
            link4 = nextDep;
            continue;
          }
        }
        while (checkDepth--) {
          const firstSub = sub.subs;
          const hasMultipleSubs = firstSub.nextSub !== void 0;
          if (hasMultipleSubs) {
            link4 = stack.value;
            stack = stack.prev;
          } else link4 = firstSub;
          if (dirty) {
            if (update(sub)) {
              if (hasMultipleSubs) shallowPropagate2(firstSub);
              sub = link4.sub;
              continue;
            }
            dirty = false;
          } else sub.flags &= ~32;
          sub = link4.sub;
          const nextDep = link4.nextDep;
          if (nextDep !== void 0) {
            link4 = nextDep;
            continue top;
          }
        }
        return dirty;
      } while (true);
    }
    function shallowPropagate2(link4) {
      do {
        const sub = link4.sub;
        const flags = sub.flags;
        if ((flags & (32 | 16)) === 32) {
          sub.flags = flags | 16;
          if ((flags & (2 | 4)) === 2) notify(sub);
        }
      } while ((link4 = link4.nextSub) !== void 0);
    }
    function isValidLink(checkLink, sub) {
      let link4 = sub.depsTail;
      while (link4 !== void 0) {
        if (link4 === checkLink) return true;
        link4 = link4.prevDep;
      }
      return false;
    }
  }

  // ../../../node_modules/@tanstack/store/dist/atom.js
  function toObserver(nextHandler, errorHandler, completionHandler) {
    var _a2, _b2, _c;
    const isObserver = typeof nextHandler === "object";
    const self = isObserver ? nextHandler : void 0;
    return {
      next: (_a2 = isObserver ? nextHandler.next : nextHandler) == null ? void 0 : _a2.bind(self),
      error: (_b2 = isObserver ? nextHandler.error : errorHandler) == null ? void 0 : _b2.bind(self),
      complete: (_c = isObserver ? nextHandler.complete : completionHandler) == null ? void 0 : _c.bind(self)
    };
  }
  var queuedEffects = [];
  var cycle = 0;
  var { link: link2, unlink, propagate, checkDirty, shallowPropagate } = /* @__PURE__ */ createReactiveSystem({
    update(atom) {
      return atom._update();
    },
    notify(effect2) {
      queuedEffects[queuedEffectsLength++] = effect2;
      effect2.flags &= ~2;
    },
    unwatched(atom) {
      if (atom.depsTail !== void 0) {
        atom.depsTail = void 0;
        atom.flags = 1 | 16;
        purgeDeps(atom);
      }
    }
  });
  var notifyIndex = 0;
  var queuedEffectsLength = 0;
  var activeSub;
  var batchDepth = 0;
  function batch(fn) {
    try {
      ++batchDepth;
      fn();
    } finally {
      if (!--batchDepth) flush();
    }
  }
  function purgeDeps(sub) {
    const depsTail = sub.depsTail;
    let dep = depsTail !== void 0 ? depsTail.nextDep : sub.deps;
    while (dep !== void 0) dep = unlink(dep, sub);
  }
  function flush() {
    if (batchDepth > 0) return;
    while (notifyIndex < queuedEffectsLength) {
      const effect2 = queuedEffects[notifyIndex];
      queuedEffects[notifyIndex++] = void 0;
      effect2.notify();
    }
    notifyIndex = 0;
    queuedEffectsLength = 0;
  }
  function createAtom(valueOrFn, options) {
    const isComputed = typeof valueOrFn === "function";
    const getter = valueOrFn;
    const atom = {
      _snapshot: isComputed ? void 0 : valueOrFn,
      subs: void 0,
      subsTail: void 0,
      deps: void 0,
      depsTail: void 0,
      flags: isComputed ? 0 : 1,
      get() {
        if (activeSub !== void 0) link2(atom, activeSub, cycle);
        return atom._snapshot;
      },
      subscribe(observerOrFn) {
        const obs = toObserver(observerOrFn);
        const observed = { current: false };
        const e3 = effect(() => {
          var _a2;
          atom.get();
          if (!observed.current) observed.current = true;
          else {
            activeSub = void 0;
            (_a2 = obs.next) == null ? void 0 : _a2.call(obs, atom._snapshot);
          }
        });
        return { unsubscribe: () => {
          e3.stop();
        } };
      },
      _update(getValue) {
        const prevSub = activeSub;
        const compare3 = (options == null ? void 0 : options.compare) ?? Object.is;
        if (isComputed) {
          activeSub = atom;
          ++cycle;
          atom.depsTail = void 0;
        } else if (getValue === void 0) return false;
        if (isComputed) atom.flags = 1 | 4;
        try {
          const oldValue = atom._snapshot;
          const newValue = typeof getValue === "function" ? getValue(oldValue) : getValue === void 0 && isComputed ? getter(oldValue) : getValue;
          if (oldValue === void 0 || !compare3(oldValue, newValue)) {
            atom._snapshot = newValue;
            return true;
          }
          return false;
        } finally {
          activeSub = prevSub;
          if (isComputed) atom.flags &= ~4;
          purgeDeps(atom);
        }
      }
    };
    if (isComputed) {
      atom.flags = 1 | 16;
      atom.get = function() {
        const flags = atom.flags;
        if (flags & 16 || flags & 32 && checkDirty(atom.deps, atom)) {
          if (atom._update()) {
            const subs = atom.subs;
            if (subs !== void 0) shallowPropagate(subs);
          }
        } else if (flags & 32) atom.flags = flags & ~32;
        if (activeSub !== void 0) link2(atom, activeSub, cycle);
        return atom._snapshot;
      };
    } else atom.set = function(valueOrFn2) {
      if (atom._update(valueOrFn2)) {
        const subs = atom.subs;
        if (subs !== void 0) {
          propagate(subs);
          shallowPropagate(subs);
          flush();
        }
      }
    };
    return atom;
  }
  function effect(fn) {
    const run = () => {
      const prevSub = activeSub;
      activeSub = effectObj;
      ++cycle;
      effectObj.depsTail = void 0;
      effectObj.flags = 2 | 4;
      try {
        return fn();
      } finally {
        activeSub = prevSub;
        effectObj.flags &= ~4;
        purgeDeps(effectObj);
      }
    };
    const effectObj = {
      deps: void 0,
      depsTail: void 0,
      subs: void 0,
      subsTail: void 0,
      flags: 2 | 4,
      notify() {
        const flags = this.flags;
        if (flags & 16 || flags & 32 && checkDirty(this.deps, this)) run();
        else this.flags = 2;
      },
      stop() {
        this.flags = 0;
        this.depsTail = void 0;
        purgeDeps(this);
      }
    };
    run();
    return effectObj;
  }

  // ../../../node_modules/@tanstack/store/dist/shallow.js
  function shallow(objA, objB) {
    if (Object.is(objA, objB)) return true;
    if (typeof objA !== "object" || objA === null || typeof objB !== "object" || objB === null) return false;
    if (objA instanceof Map && objB instanceof Map) {
      if (objA.size !== objB.size) return false;
      for (const [k2, v2] of objA) if (!objB.has(k2) || !Object.is(v2, objB.get(k2))) return false;
      return true;
    }
    if (objA instanceof Set && objB instanceof Set) {
      if (objA.size !== objB.size) return false;
      for (const v2 of objA) if (!objB.has(v2)) return false;
      return true;
    }
    if (objA instanceof Date && objB instanceof Date) {
      if (objA.getTime() !== objB.getTime()) return false;
      return true;
    }
    const keysA = getOwnKeys(objA);
    if (keysA.length !== getOwnKeys(objB).length) return false;
    for (let i3 = 0; i3 < keysA.length; i3++) if (!Object.prototype.hasOwnProperty.call(objB, keysA[i3]) || !Object.is(objA[keysA[i3]], objB[keysA[i3]])) return false;
    return true;
  }
  function getOwnKeys(obj) {
    return Object.keys(obj).concat(Object.getOwnPropertySymbols(obj));
  }

  // ../../../node_modules/@tanstack/table-core/dist/core/table/constructTable.js
  function getInitialTableState(features2, initialState = {}) {
    Object.values(features2).forEach((feature) => {
      var _a2;
      initialState = ((_a2 = feature.getInitialState) == null ? void 0 : _a2.call(feature, initialState)) ?? initialState;
    });
    return cloneState(initialState);
  }
  function constructTable(tableOptions) {
    var _a2, _b2;
    const _reactivity = tableOptions.features.coreReactivityFeature;
    const { aggregationFns, columnMeta: _columnMeta, coreRowModel, expandedRowModel, facetedMinMaxValues, facetedRowModel, facetedUniqueValues, filterFns, filterMeta: _filterMeta, filteredRowModel, groupedRowModel, paginatedRowModel, sortFns, sortedRowModel, tableMeta: _tableMeta, ...features2 } = tableOptions.features;
    const table = {
      _cellInstanceInitFns: [],
      _columnInstanceInitFns: [],
      _features: {
        ...coreFeatures,
        ...features2
      },
      _headerGroupInstanceInitFns: [],
      _headerInstanceInitFns: [],
      _reactivity,
      _rowInstanceInitFns: [],
      _rowModelFns: {
        aggregationFns,
        filterFns,
        sortFns
      },
      _rowModels: {},
      atoms: {},
      baseAtoms: {}
    };
    const featuresList = Object.values(table._features);
    const mergedOptions = {
      ...featuresList.reduce((obj, feature) => {
        var _a3;
        return Object.assign(obj, (_a3 = feature.getDefaultTableOptions) == null ? void 0 : _a3.call(feature, table));
      }, {}),
      ...tableOptions
    };
    if (_reactivity.wrapExternalAtoms && mergedOptions.atoms) for (const [atomKey, _atom] of Object.entries(mergedOptions.atoms)) {
      const atom = _atom;
      const wrappedAtom = _reactivity.createWritableAtom(atom.get(), { debugName: `externalAtom/${atomKey}` });
      mergedOptions.atoms[atomKey] = wrappedAtom;
      let syncExternal = false;
      const syncAtomToWrappedSub = atom.subscribe((value2) => {
        if (syncExternal) return;
        wrappedAtom.set(value2);
      });
      const syncWrappedToAtomSub = wrappedAtom.subscribe((value2) => {
        syncExternal = true;
        atom.set(value2);
        syncExternal = false;
      });
      _reactivity.addSubscription(syncAtomToWrappedSub);
      _reactivity.addSubscription(syncWrappedToAtomSub);
    }
    if (_reactivity.createOptionsStore) {
      table.optionsStore = _reactivity.createWritableAtom(mergedOptions, { debugName: "table/optionsStore" });
      Object.defineProperty(table, "options", {
        configurable: true,
        enumerable: true,
        get() {
          return table.optionsStore.get();
        },
        set(value2) {
          table.optionsStore.set(() => value2);
        }
      });
    } else table.options = mergedOptions;
    table.initialState = getInitialTableState(table._features, table.options.initialState);
    const stateKeys = Object.keys(table.initialState);
    for (let i3 = 0; i3 < stateKeys.length; i3++) {
      const key = stateKeys[i3];
      table.baseAtoms[key] = _reactivity.createWritableAtom(table.initialState[key], { debugName: `table/baseAtoms/${key}` });
      table.atoms[key] = _reactivity.createReadonlyAtom(() => {
        var _a3;
        const options = table.options;
        const externalAtom = (_a3 = options.atoms) == null ? void 0 : _a3[key];
        const reactiveState = externalAtom ? externalAtom.get() : table.baseAtoms[key].get();
        if (externalAtom) return reactiveState;
        const controlledState = options.state;
        if (controlledState && hasOwn2(controlledState, key)) {
          const controlledValue = controlledState[key];
          return controlledValue === void 0 ? table.initialState[key] : controlledValue;
        }
        return reactiveState;
      }, { debugName: `table/atoms/${key}` });
    }
    table_syncExternalStateToBaseAtoms(table);
    table.store = atomToStore(_reactivity.createReadonlyAtom(() => {
      const snapshot = {};
      for (let i3 = 0; i3 < stateKeys.length; i3++) {
        const key = stateKeys[i3];
        snapshot[key] = table.atoms[key].get();
      }
      return snapshot;
    }, {
      compare: shallow,
      debugName: "table/store"
    }));
    for (let i3 = 0; i3 < featuresList.length; i3++) {
      const feature = featuresList[i3];
      (_a2 = feature.initTableInstanceData) == null ? void 0 : _a2.call(feature, table);
      if (feature.initCellInstanceData) table._cellInstanceInitFns.push(feature.initCellInstanceData.bind(feature));
      if (feature.initColumnInstanceData) table._columnInstanceInitFns.push(feature.initColumnInstanceData.bind(feature));
      if (feature.initHeaderGroupInstanceData) table._headerGroupInstanceInitFns.push(feature.initHeaderGroupInstanceData.bind(feature));
      if (feature.initHeaderInstanceData) table._headerInstanceInitFns.push(feature.initHeaderInstanceData.bind(feature));
      if (feature.initRowInstanceData) table._rowInstanceInitFns.push(feature.initRowInstanceData.bind(feature));
      (_b2 = feature.constructTableAPIs) == null ? void 0 : _b2.call(feature, table);
    }
    if (tableOptions.debugAll || tableOptions.debugTable) {
      const features3 = Object.keys(table._features);
      const rowModels = Object.entries({
        coreRowModel,
        filteredRowModel,
        groupedRowModel,
        sortedRowModel,
        expandedRowModel,
        paginatedRowModel,
        facetedRowModel,
        facetedMinMaxValues,
        facetedUniqueValues
      }).filter(([, factory]) => factory).map(([key]) => key);
      const states = Object.keys(table.initialState);
      console.log(`Constructing Table Instance

  Features:   ${features3.join("\n              ")}

  Row Models: ${rowModels.length ? rowModels.join("\n              ") : "(none)"}

  States:     ${states.join("\n              ")}
`, { table });
    }
    return table;
  }

  // ../../../node_modules/@tanstack/table-core/dist/features/column-visibility/columnVisibilityFeature.utils.js
  function getDefaultColumnVisibilityState() {
    return makeObjectMap();
  }
  function column_toggleVisibility(column, visible) {
    if (column_getCanHide(column)) table_setColumnVisibility(column.table, (old) => {
      const next = Object.assign(makeObjectMap(), old);
      const nextVisible = visible ?? !callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible);
      const leafColumns = column.getLeafColumns();
      for (let i3 = 0; i3 < leafColumns.length; i3++) {
        const leafColumn = leafColumns[i3];
        if (column_getCanHide(leafColumn)) next[leafColumn.id] = nextVisible;
      }
      return next;
    });
  }
  function column_getIsVisible(column) {
    var _a2;
    const columnVisibility = (_a2 = column.table.atoms.columnVisibility) == null ? void 0 : _a2.get();
    if (!columnVisibility) return true;
    const childColumns = column.columns;
    if (childColumns.length) return childColumns.some((childColumn) => callMemoOrStaticFn(childColumn, "getIsVisible", column_getIsVisible));
    return (hasOwn2(columnVisibility, column.id) ? columnVisibility[column.id] : void 0) ?? true;
  }
  function column_getCanHide(column) {
    return (column.columnDef.enableHiding ?? true) && (column.table.options.enableHiding ?? true);
  }
  function column_getToggleVisibilityHandler(column) {
    return (e3) => {
      column_toggleVisibility(column, e3.target.checked);
    };
  }
  function row_getVisibleCells(row) {
    const allCells = row.getAllCells();
    const visibleCells = [];
    for (let i3 = 0; i3 < allCells.length; i3++) {
      const cell4 = allCells[i3];
      if (callMemoOrStaticFn(cell4.column, "getIsVisible", column_getIsVisible)) visibleCells.push(cell4);
    }
    return orderByColumnPinning(row.table, visibleCells, (cell4) => cell4.column.id, () => callMemoOrStaticFn(row, "getVisibleCellsByColumnId", row_getVisibleCellsByColumnId));
  }
  function row_getVisibleCellsByColumnId(row) {
    const result = makeObjectMap();
    const allCells = row.getAllCells();
    for (let i3 = 0; i3 < allCells.length; i3++) {
      const cell4 = allCells[i3];
      if (callMemoOrStaticFn(cell4.column, "getIsVisible", column_getIsVisible)) result[cell4.column.id] = cell4;
    }
    return result;
  }
  function table_getVisibleFlatColumns(table) {
    return table.getAllFlatColumns().filter((column) => callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
  }
  function table_getVisibleLeafColumns(table) {
    return table.getAllLeafColumns().filter((column) => callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
  }
  function table_setColumnVisibility(table, updater) {
    setStateSlice(table, "columnVisibility", updater);
  }
  function table_resetColumnVisibility(table, defaultState) {
    table_setColumnVisibility(table, defaultState ? makeObjectMap() : Object.assign(makeObjectMap(), cloneState(table.initialState.columnVisibility ?? {})));
  }
  function table_toggleAllColumnsVisible(table, value2) {
    value2 = value2 ?? !table_getIsAllColumnsVisible(table);
    const visibility = makeObjectMap();
    const leafColumns = table.getAllLeafColumns();
    for (let i3 = 0; i3 < leafColumns.length; i3++) {
      const column = leafColumns[i3];
      visibility[column.id] = !value2 ? !column_getCanHide(column) : value2;
    }
    table_setColumnVisibility(table, visibility);
  }
  function table_getIsAllColumnsVisible(table) {
    return !table.getAllLeafColumns().some((column) => !callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
  }
  function table_getIsSomeColumnsVisible(table) {
    return table.getAllLeafColumns().some((column) => callMemoOrStaticFn(column, "getIsVisible", column_getIsVisible));
  }
  function table_getToggleAllColumnsVisibilityHandler(table) {
    return (e3) => {
      table_toggleAllColumnsVisible(table, e3.target.checked);
    };
  }

  // ../../../node_modules/@tanstack/table-core/dist/features/column-visibility/columnVisibilityFeature.js
  var columnVisibilityFeature = {
    getInitialState: (initialState) => {
      return {
        columnVisibility: getDefaultColumnVisibilityState(),
        ...initialState
      };
    },
    getDefaultTableOptions: (table) => {
      return { onColumnVisibilityChange: makeStateUpdater("columnVisibility", table) };
    },
    assignColumnPrototype: (prototype, table) => {
      assignPrototypeAPIs("columnVisibilityFeature", prototype, table, {
        column_getIsVisible: {
          fn: (column) => column_getIsVisible(column),
          memoDeps: (column) => {
            var _a2;
            return [
              table.options.columns,
              (_a2 = table.atoms.columnVisibility) == null ? void 0 : _a2.get(),
              column.columns
            ];
          }
        },
        column_getCanHide: { fn: (column) => column_getCanHide(column) },
        column_getToggleVisibilityHandler: { fn: (column) => column_getToggleVisibilityHandler(column) },
        column_toggleVisibility: { fn: (column, visible) => column_toggleVisibility(column, visible) }
      });
    },
    assignRowPrototype: (prototype, table) => {
      assignPrototypeAPIs("columnVisibilityFeature", prototype, table, {
        row_getVisibleCells: {
          fn: (row) => row_getVisibleCells(row),
          memoDeps: (row) => {
            var _a2, _b2;
            return [
              row.getAllCells(),
              (_a2 = table.atoms.columnPinning) == null ? void 0 : _a2.get(),
              (_b2 = table.atoms.columnVisibility) == null ? void 0 : _b2.get()
            ];
          }
        },
        row_getVisibleCellsByColumnId: {
          fn: (row) => row_getVisibleCellsByColumnId(row),
          memoDeps: (row) => {
            var _a2;
            return [row.getAllCells(), (_a2 = table.atoms.columnVisibility) == null ? void 0 : _a2.get()];
          }
        }
      });
    },
    constructTableAPIs: (table) => {
      assignTableAPIs("columnVisibilityFeature", table, {
        table_getVisibleFlatColumns: {
          fn: () => table_getVisibleFlatColumns(table),
          memoDeps: () => {
            var _a2, _b2, _c;
            return [
              (_a2 = table.atoms.columnVisibility) == null ? void 0 : _a2.get(),
              (_b2 = table.atoms.columnOrder) == null ? void 0 : _b2.get(),
              (_c = table.atoms.grouping) == null ? void 0 : _c.get(),
              table.options.columns,
              table.options.groupedColumnMode
            ];
          }
        },
        table_getVisibleLeafColumns: {
          fn: () => table_getVisibleLeafColumns(table),
          memoDeps: () => {
            var _a2, _b2, _c;
            return [
              (_a2 = table.atoms.columnVisibility) == null ? void 0 : _a2.get(),
              (_b2 = table.atoms.columnOrder) == null ? void 0 : _b2.get(),
              (_c = table.atoms.grouping) == null ? void 0 : _c.get(),
              table.options.columns,
              table.options.groupedColumnMode
            ];
          }
        },
        table_setColumnVisibility: { fn: (updater) => table_setColumnVisibility(table, updater) },
        table_resetColumnVisibility: { fn: (defaultState) => table_resetColumnVisibility(table, defaultState) },
        table_toggleAllColumnsVisible: { fn: (value2) => table_toggleAllColumnsVisible(table, value2) },
        table_getIsAllColumnsVisible: { fn: () => table_getIsAllColumnsVisible(table) },
        table_getIsSomeColumnsVisible: { fn: () => table_getIsSomeColumnsVisible(table) },
        table_getToggleAllColumnsVisibilityHandler: { fn: () => table_getToggleAllColumnsVisibilityHandler(table) }
      });
    }
  };

  // ../../../node_modules/@tanstack/table-core/dist/features/row-sorting/sortFns.js
  var reSplitAlphaNumeric = /([0-9]+)/gm;
  // @__NO_SIDE_EFFECTS__
  function constructSortFn(def) {
    const sortFn = Object.assign((rowA, rowB, columnId) => {
      let dataValueA = rowA.getValue(columnId);
      let dataValueB = rowB.getValue(columnId);
      const resolveDataValue = sortFn.resolveDataValue;
      if (resolveDataValue) {
        dataValueA = resolveDataValue(dataValueA);
        dataValueB = resolveDataValue(dataValueB);
      }
      return sortFn.sort(dataValueA, dataValueB, rowA, rowB, columnId);
    }, def);
    return sortFn;
  }
  var sortFn_basic = /* @__PURE__ */ constructSortFn({ sort: (dataValueA, dataValueB) => compareBasic(dataValueA, dataValueB) });
  function compareBasic(a2, b) {
    return a2 === b ? 0 : a2 > b ? 1 : -1;
  }

  // ../../../node_modules/@tanstack/table-core/dist/features/row-sorting/rowSortingFeature.utils.js
  function getDefaultSortingState() {
    return [];
  }
  function table_setSorting(table, updater) {
    setStateSlice(table, "sorting", updater);
  }
  function table_resetSorting(table, defaultState) {
    table_setSorting(table, defaultState ? [] : cloneState(table.initialState.sorting ?? []));
  }
  function table_autoResetSorting(table) {
    if (!table.atoms.sorting) return;
    if (table.options.autoResetAll ?? table.options.autoResetSorting ?? false) table_resetSorting(table);
  }
  function column_getAutoSortFn(column) {
    const sortFns = column.table._rowModelFns.sortFns;
    const firstRows = column.table.getFilteredRowModel().flatRows.slice(0, 10);
    let sortFnName;
    let isString = false;
    for (let i3 = 0; i3 < firstRows.length; i3++) {
      const value2 = firstRows[i3].getValue(column.id);
      if (Object.prototype.toString.call(value2) === "[object Date]") {
        sortFnName = "datetime";
        break;
      }
      if (typeof value2 === "string") {
        isString = true;
        if (value2.split(reSplitAlphaNumeric).length > 1) {
          sortFnName = "alphanumeric";
          break;
        }
      }
    }
    if (!sortFnName && isString) sortFnName = "text";
    if (sortFnName) {
      let sortFn = sortFns == null ? void 0 : sortFns[sortFnName];
      if (!sortFn) {
        if (true) console.warn(`sortFn '${sortFnName}' (auto) for column '${column.id}' is not registered`);
        if (sortFnName === "alphanumeric") sortFn = sortFns == null ? void 0 : sortFns.text;
      }
      if (sortFn) return sortFn;
    }
    return sortFn_basic;
  }
  function column_getAutoSortDir(column) {
    const firstRows = column.table.getFilteredRowModel().flatRows.slice(0, 10);
    for (let i3 = 0; i3 < firstRows.length; i3++) {
      const value2 = firstRows[i3].getValue(column.id);
      if (value2 == null) continue;
      return typeof value2 === "string" ? "asc" : "desc";
    }
    return "desc";
  }
  function column_getSortFn(column) {
    const sortFns = column.table._rowModelFns.sortFns;
    if (isFunction(column.columnDef.sortFn)) return column.columnDef.sortFn;
    if (column.columnDef.sortFn === "auto") return column_getAutoSortFn(column);
    const sortFn = sortFns == null ? void 0 : sortFns[column.columnDef.sortFn];
    if (!sortFn) console.warn(`sortFn '${String(column.columnDef.sortFn)}' for column '${column.id}' is not registered`);
    return sortFn ?? sortFn_basic;
  }
  function column_toggleSorting(column, desc, multi) {
    const nextSortingOrder = column_getNextSortingOrder(column, multi && column_getCanMultiSort(column));
    const hasManualValue = typeof desc !== "undefined";
    table_setSorting(column.table, (old) => {
      const existingIndex = old.findIndex((d2) => d2.id === column.id);
      const existingSorting = existingIndex === -1 ? void 0 : old[existingIndex];
      let newSorting = [];
      let sortAction;
      const nextDesc = hasManualValue ? desc : nextSortingOrder === "desc";
      const isMultiMode = !!(old.length && column_getCanMultiSort(column) && multi);
      if (isMultiMode) {
        if (existingSorting) sortAction = "toggle";
        else sortAction = "add";
      } else if (existingSorting) sortAction = "toggle";
      else sortAction = "replace";
      if (sortAction === "toggle") {
        if (!hasManualValue) {
          if (!nextSortingOrder) sortAction = "remove";
        }
      }
      if (sortAction === "add") {
        newSorting = [...old, {
          id: column.id,
          desc: nextDesc
        }];
        newSorting.splice(0, newSorting.length - (column.table.options.maxMultiSortColCount ?? Number.MAX_SAFE_INTEGER));
      } else if (sortAction === "toggle") newSorting = isMultiMode ? old.map((d2) => {
        if (d2.id === column.id) return {
          ...d2,
          desc: nextDesc
        };
        return d2;
      }) : [{
        id: column.id,
        desc: nextDesc
      }];
      else if (sortAction === "remove") newSorting = isMultiMode ? old.filter((d2) => d2.id !== column.id) : [];
      else newSorting = [{
        id: column.id,
        desc: nextDesc
      }];
      return newSorting;
    });
  }
  function column_getFirstSortDir(column) {
    return column.columnDef.sortDescFirst ?? column.table.options.sortDescFirst ?? column_getAutoSortDir(column) === "desc" ? "desc" : "asc";
  }
  function column_getNextSortingOrder(column, multi) {
    const firstSortDirection = column_getFirstSortDir(column);
    const isSorted = column_getIsSorted(column);
    if (!isSorted) return firstSortDirection;
    if (isSorted !== firstSortDirection && (column.table.options.enableSortingRemoval ?? true) && (multi ? column.table.options.enableMultiRemove ?? true : true)) return false;
    return isSorted === "desc" ? "asc" : "desc";
  }
  function column_getCanSort(column) {
    return (column.columnDef.enableSorting ?? true) && (column.table.options.enableSorting ?? true) && !!column.accessorFn;
  }
  function column_getCanMultiSort(column) {
    return column.columnDef.enableMultiSort ?? column.table.options.enableMultiSort ?? !!column.accessorFn;
  }
  function column_getIsSorted(column) {
    var _a2, _b2;
    const columnSort = (_b2 = (_a2 = column.table.atoms.sorting) == null ? void 0 : _a2.get()) == null ? void 0 : _b2.find((d2) => d2.id === column.id);
    return !columnSort ? false : columnSort.desc ? "desc" : "asc";
  }
  function column_getSortIndex(column) {
    var _a2, _b2;
    return ((_b2 = (_a2 = column.table.atoms.sorting) == null ? void 0 : _a2.get()) == null ? void 0 : _b2.findIndex((d2) => d2.id === column.id)) ?? -1;
  }
  function column_clearSorting(column) {
    table_setSorting(column.table, (old) => old.length ? old.filter((d2) => d2.id !== column.id) : []);
  }
  function column_getToggleSortingHandler(column) {
    const canSort = column_getCanSort(column);
    return (e3) => {
      var _a2, _b2;
      if (!canSort) return;
      column_toggleSorting(column, void 0, column_getCanMultiSort(column) ? (_b2 = (_a2 = column.table.options).isMultiSortEvent) == null ? void 0 : _b2.call(_a2, e3) : false);
    };
  }

  // ../../../node_modules/@tanstack/table-core/dist/features/row-sorting/rowSortingFeature.js
  var rowSortingFeature = {
    getInitialState(initialState) {
      return {
        sorting: getDefaultSortingState(),
        ...initialState
      };
    },
    getDefaultColumnDef() {
      return {
        sortFn: "auto",
        sortUndefined: 1
      };
    },
    getDefaultTableOptions(table) {
      return {
        autoResetSorting: false,
        onSortingChange: makeStateUpdater("sorting", table),
        isMultiSortEvent: (e3) => {
          return e3.shiftKey;
        }
      };
    },
    assignColumnPrototype(prototype, table) {
      assignPrototypeAPIs("rowSortingFeature", prototype, table, {
        column_getAutoSortFn: { fn: (column) => column_getAutoSortFn(column) },
        column_getAutoSortDir: { fn: (column) => column_getAutoSortDir(column) },
        column_getSortFn: { fn: (column) => column_getSortFn(column) },
        column_toggleSorting: { fn: (column, desc, multi) => column_toggleSorting(column, desc, multi) },
        column_getFirstSortDir: { fn: (column) => column_getFirstSortDir(column) },
        column_getNextSortingOrder: { fn: (column, multi) => column_getNextSortingOrder(column, multi) },
        column_getCanSort: { fn: (column) => column_getCanSort(column) },
        column_getCanMultiSort: { fn: (column) => column_getCanMultiSort(column) },
        column_getIsSorted: { fn: (column) => column_getIsSorted(column) },
        column_getSortIndex: { fn: (column) => column_getSortIndex(column) },
        column_clearSorting: { fn: (column) => column_clearSorting(column) },
        column_getToggleSortingHandler: { fn: (column) => column_getToggleSortingHandler(column) }
      });
    },
    constructTableAPIs(table) {
      assignTableAPIs("rowSortingFeature", table, {
        table_autoResetSorting: { fn: () => table_autoResetSorting(table) },
        table_setSorting: { fn: (updater) => table_setSorting(table, updater) },
        table_resetSorting: { fn: (defaultState) => table_resetSorting(table, defaultState) }
      });
    }
  };

  // ../../../node_modules/@tanstack/table-core/dist/store-reactivity-bindings.js
  function storeReactivityBindings() {
    return {
      createOptionsStore: true,
      wrapExternalAtoms: false,
      addSubscription: () => {
        throw new Error("Feature not supported in current reactivity implementation");
      },
      unmount: () => {
        throw new Error("Feature not supported in current reactivity implementation");
      },
      batch,
      schedule: (fn) => queueMicrotask(fn),
      untrack: (fn) => fn(),
      createReadonlyAtom: (fn, options) => {
        return createAtom(() => fn(), { compare: options == null ? void 0 : options.compare });
      },
      createWritableAtom: (value2, options) => {
        return createAtom(value2, { compare: options == null ? void 0 : options.compare });
      }
    };
  }

  // src/table/columns.js
  var features = tableFeatures({
    coreReactivityFeature: storeReactivityBindings(),
    rowSortingFeature,
    columnVisibilityFeature
  });
  function makeColumns(source, sortBy, show) {
    const byId2 = new Map(source.columns.map((column) => [column.id, column]));
    let sorting = [];
    let columnVisibility = {};
    const options = {
      features,
      columns: source.columns.map(({ id, isNumber }) => ({
        id,
        accessorFn: ({ row }) => {
          var _a2;
          return ((_a2 = byId2.get(id)) == null ? void 0 : _a2.value(row)) ?? null;
        },
        sortDescFirst: isNumber === true
      })),
      data: (
        /** @type {Line[]} */
        []
      ),
      manualSorting: true,
      enableSortingRemoval: false,
      state: { sorting, columnVisibility },
      onSortingChange(next) {
        const [first] = typeof next === "function" ? next(sorting) : next;
        sortBy(first ? (first.desc ? "-" : "") + first.id : null);
      },
      onColumnVisibilityChange(next) {
        const visible = typeof next === "function" ? next(columnVisibility) : next;
        show(source.columns.map(({ id }) => id).filter((id) => visible[id]));
      }
    };
    const table = constructTable(options);
    return {
      /** The columns as the state has them. @param {string[]} shown @param {Sort} sort */
      update(shown, sort) {
        sorting = sort ? [sort] : [];
        columnVisibility = Object.fromEntries(source.columns.map(({ id }) => [id, shown.includes(id)]));
        table.setOptions((old) => ({ ...old, state: { sorting, columnVisibility } }));
      },
      /** All columns, for the choice of them. */
      all: () => table.getAllLeafColumns().map((column) => ({
        column: (
          /** @type {TableColumn} */
          byId2.get(column.id)
        ),
        isVisible: column.getIsVisible(),
        toggle: () => column.toggleVisibility()
      })),
      /** The columns in sight. */
      heads: () => table.getVisibleLeafColumns().map((column) => ({
        column: (
          /** @type {TableColumn} */
          byId2.get(column.id)
        ),
        sorted: column.getIsSorted(),
        sort: () => column.toggleSorting()
      })),
      /** The cells of the rows in sight. @param {number[]} rows */
      cells(rows) {
        table.setOptions((old) => ({ ...old, data: rows.map((row) => ({ row })) }));
        return table.getRowModel().rows.map((row) => ({
          row: row.original.row,
          cells: row.getVisibleCells().map((cell4) => {
            const column = (
              /** @type {TableColumn} */
              byId2.get(cell4.column.id)
            );
            return {
              column,
              content: column.cell ? column.cell(row.original.row) : (
                /** @type {Content} */
                cell4.getValue()
              )
            };
          })
        }));
      }
    };
  }

  // src/table/order.js
  function ascending2(column, count) {
    const ranks = ranksOf(column, count);
    const rows = new Uint32Array(count);
    let known = 0;
    let last = count;
    for (let row = 0; row < count; row++) if (!Number.isNaN(ranks[row])) rows[known++] = row;
    for (let row = count - 1; row >= 0; row--) if (Number.isNaN(ranks[row])) rows[--last] = row;
    rows.subarray(0, known).sort((a2, b) => ranks[a2] - ranks[b] || a2 - b);
    return { rows, ranks, known };
  }
  function descending2({ rows, ranks, known }) {
    const turned = rows.slice();
    let at = 0;
    for (let end = known; end > 0; ) {
      let start2 = end - 1;
      while (start2 > 0 && ranks[rows[start2 - 1]] === ranks[rows[end - 1]]) start2 -= 1;
      for (let place = start2; place < end; place++) turned[at++] = rows[place];
      end = start2;
    }
    return turned;
  }
  function ranksOf(column, count) {
    const values = Array.from({ length: count }, (_2, row) => column.rank ? column.rank(row) : column.value(row));
    const places = placesOf(values, column.isCode === true);
    return Float64Array.from(values, (value2) => {
      if (value2 === null || value2 === "") return Number.NaN;
      return typeof value2 === "number" ? value2 : (
        /** @type {number} */
        places.get(value2)
      );
    });
  }
  function placesOf(values, isCode) {
    const texts = [...new Set(values.filter((value2) => typeof value2 === "string"))];
    if (isCode) texts.sort();
    else texts.sort(new Intl.Collator("zh", { numeric: true }).compare);
    return new Map(texts.map((text, place) => [text, place]));
  }
  function wantedOf(order, isWanted2) {
    const rows = new Uint32Array(order.length);
    let length2 = 0;
    for (const row of order) if (isWanted2(row)) rows[length2++] = row;
    return rows.subarray(0, length2);
  }
  function totalOf(column, rows) {
    let sum2 = 0;
    let stated = 0;
    for (let place = 0; place < rows.length; place++) {
      const value2 = column.value(rows[place]);
      if (typeof value2 !== "number") continue;
      sum2 += value2;
      stated += 1;
    }
    return { sum: stated ? sum2 : null, stated };
  }
  function readSort(sort) {
    if (!sort) return null;
    const desc = sort.startsWith("-");
    return { id: desc ? sort.slice(1) : sort, desc };
  }

  // src/table/sources/parcels.js
  var UNIT = /^(.+?)\s*[（(]([^（()）]+)[）)]$/;
  var SUMMED = ["area_mu", "drawn_mu", "floor_area_m2", "tax_10k_yuan", "value_added_10k_yuan"];
  var NUMBER = "parcel_id";
  var ON_PHONE = [NUMBER, "status", "area_mu"];
  var SHOWN = [NUMBER, "status", "zone_id", "area_mu", "drawn_mu", "measure", "recovered_on", "town", "block_class"];
  function parcels(page, ledger) {
    var _a2, _b2, _c, _d;
    const byName = new Map(ledger.columns.map((column2) => [column2.name, column2]));
    const ids = ((_a2 = byName.get(NUMBER)) == null ? void 0 : _a2.rows) || [];
    const zoneIds = (_b2 = byName.get("zone_id")) == null ? void 0 : _b2.rows;
    const areas = (_c = byName.get("area_mu")) == null ? void 0 : _c.rows;
    const drawn = (_d = byName.get("drawn_mu")) == null ? void 0 : _d.rows;
    const inOrder = [...SHOWN, ...ledger.columns.map(({ name }) => name)];
    const names = [...new Set(inOrder)].filter((name) => byName.has(name));
    function zoneCell(id) {
      return id === null ? html`<span class="unstated">${page.say("outside_zones")}</span>` : zoneName(page, String(id));
    }
    function column(name) {
      const { label, labels, rows } = (
        /** @type {ParcelTable["columns"][number]} */
        byName.get(name)
      );
      const heading = page.text(label);
      const [, title, unit2] = UNIT.exec(heading) || [heading, heading, void 0];
      const isNumber = rows.some((value3) => typeof value3 === "number");
      const digits = isNumber ? digitsOf(
        /** @type {(number | null)[]} */
        rows
      ) : 0;
      function value2(row) {
        var _a3;
        const one2 = rows[row];
        if (typeof one2 !== "string") return one2;
        if (name === "zone_id") return page.text(((_a3 = page.data.subjects[`zone:${one2}`]) == null ? void 0 : _a3.name) || { zh: one2, en: one2 });
        return labels[one2] ? page.text(labels[one2]) : one2;
      }
      function cell4(row) {
        const one2 = rows[row];
        if (name === "zone_id") return zoneCell(one2);
        if (one2 === null) return unstated(page);
        if (name === NUMBER) return named2(String(one2), "");
        return typeof one2 === "number" ? figure(page, one2, digits) : String(value2(row));
      }
      return {
        id: name,
        title,
        unit: unit2,
        width: name === NUMBER ? 9 : 7,
        grows: name === NUMBER ? 1 : void 0,
        isNumber,
        digits,
        isCode: name === NUMBER,
        value: value2,
        cell: cell4,
        isShown: SHOWN.includes(name),
        onPhone: ON_PHONE.includes(name),
        total: name === NUMBER ? (shown) => html`<b>${page.numbers.parcels(shown.length)}</b>` : SUMMED.includes(name) ? "sum" : void 0
      };
    }
    const area2 = (row) => (
      /** @type {number | null} */
      (areas == null ? void 0 : areas[row]) ?? (drawn == null ? void 0 : drawn[row]) ?? null
    );
    return {
      columns: names.map(column),
      count: ledger.count,
      sort: null,
      key: (row) => ids[row] === null ? null : `parcel:${ids[row]}`,
      isWanted: (row) => (!zoneIds || wantedIn(page.state, [
        /** @type {string | null} */
        zoneIds[row] ?? OUTSIDE
      ])) && isWithin(page.state.filter.land, area2(row)),
      open: (row) => {
        var _a3;
        return (_a3 = page.parcels) == null ? void 0 : _a3.openAt(row);
      },
      note: () => page.invented() || null
    };
  }

  // src/table/table.js
  var PAUSE_MS2 = 60;
  function makeTable(page) {
    const formula = new RegExp(page.data.downloads.formula);
    const tables = /* @__PURE__ */ new Map();
    let ledger;
    let isUnpacking = false;
    let last = null;
    let added = { about: [], sums: /* @__PURE__ */ new Map() };
    const kinds2 = () => Object.keys(TABLES).filter((kind2) => countOf2(page, kind2) > 0);
    const showClause = (source) => page.store.change({ passage: page.state.passage === source ? null : source });
    function kind() {
      const { table: table2 } = page.state;
      return countOf2(page, table2) ? table2 : kinds2()[0] || table2;
    }
    async function unpack() {
      isUnpacking = true;
      ledger = page.parcels ? await page.parcels.table() : null;
      isUnpacking = false;
      page.store.change({});
      setTimeout(() => sortAhead(0), PAUSE_MS2);
    }
    function made(name) {
      if (name !== "parcels") return SOURCES[name](page, showClause);
      if (ledger === void 0 && !isUnpacking) unpack();
      return ledger ? parcels(page, ledger) : null;
    }
    function table() {
      const name = kind();
      const key = `${name} ${page.lang}`;
      const known = tables.get(key);
      if (known) return known;
      const source = made(name);
      if (!source) return null;
      const sortBy = (sort) => page.store.change({ sort });
      const show = (ids) => page.store.change({ columns: { ...page.state.columns, [kind()]: ids } });
      const whole = { source, columns: makeColumns(source, sortBy, show), orders: /* @__PURE__ */ new Map() };
      tables.set(key, whole);
      return whole;
    }
    function sortOf(source) {
      const sort = readSort(page.state.sort);
      return sort && source.columns.some(({ id }) => id === sort.id) ? sort : readSort(source.sort);
    }
    function rows() {
      const whole = table();
      if (!whole) return new Uint32Array();
      const { source } = whole;
      const sort = sortOf(source);
      const column = sort && source.columns.find(({ id }) => id === sort.id);
      const about = [source, sort ? `${sort.desc} ${sort.id}` : "", page.state.filter, page.state.rule];
      if (last == null ? void 0 : last.about.every((one2, place) => one2 === about[place])) return last.rows;
      const order = column ? ordered(whole, column, sort.desc) : Uint32Array.from({ length: source.count }, (_2, row) => row);
      const isAll = !isNarrowed(page.state) && !page.state.rule;
      last = { about, rows: isAll ? order : wantedOf(order, source.isWanted) };
      return last.rows;
    }
    function ordered({ source, orders }, column, isDescending) {
      const known = orders.get(column.id) || ascending2(column, source.count);
      orders.set(column.id, known);
      return isDescending ? descending2(known) : known.rows;
    }
    function sortAhead(place) {
      const whole = kind() === "parcels" ? table() : null;
      const column = whole == null ? void 0 : whole.source.columns[place];
      if (!whole || !column) return;
      ordered(whole, column, false);
      setTimeout(() => sortAhead(place + 1), PAUSE_MS2);
    }
    function total3(source, column) {
      const about = [source, page.state.filter, page.state.rule];
      if (!about.every((one2, place) => one2 === added.about[place])) added = { about, sums: /* @__PURE__ */ new Map() };
      const known = added.sums.get(column.id) || totalOf(column, rows());
      added.sums.set(column.id, known);
      return known;
    }
    function shown(source) {
      return page.state.columns[kind()] || source.columns.filter(({ isShown }) => isShown).map(({ id }) => id);
    }
    function cells() {
      const whole = table();
      if (!whole) return [];
      const names = shown(whole.source);
      const columns = whole.source.columns.filter(({ id, isTaken }) => isTaken || names.includes(id));
      const invented = kind() === "parcels" ? page.invented() : "";
      const heads = columns.map(({ title, unit: unit2 }) => title + (unit2 ? page.bracketed(unit2) : ""));
      const lines = Array.from(rows(), (row) => [
        ...columns.map((column) => column.value(row)),
        ...invented ? [invented] : []
      ]);
      return [[...heads, ...invented ? [page.say("remark")] : []], ...lines];
    }
    const fileName = () => `yzgeo-${kind()}`;
    return {
      kinds: kinds2,
      kind,
      count: (name) => countOf2(page, name),
      rows,
      shown,
      /** What is drawn: source, columns of the headless table and rows; null while the ledger is unpacked. */
      drawn() {
        const whole = table();
        if (!whole) return null;
        whole.columns.update(shown(whole.source), sortOf(whole.source));
        const { source, columns } = whole;
        const totals = (column) => total3(source, column);
        return { source, columns, rows: rows(), totals };
      },
      /** Whether there will be a table at all. */
      isUnpacking: () => isUnpacking,
      csv: () => csv(cells(), formula),
      xlsx: () => xlsx(cells(), page.say(TABLES[kind()])),
      saveCsv() {
        save(new Blob([csv(cells(), formula)], { type: "text/csv;charset=utf-8" }), `${fileName()}.csv`);
      },
      async saveXlsx() {
        save(await xlsx(cells(), page.say(TABLES[kind()])), `${fileName()}.xlsx`);
      }
    };
  }

  // src/views/compare.js
  var MOST2 = 6;
  var FIRST2 = 3;
  var LISTED = (
    /** @type {const} */
    ["industries", "parks"]
  );
  function compare2(page) {
    const { data } = page;
    if (data.zones.length < 2) return null;
    function zones2() {
      const { compared } = page.state;
      const ids = compared.length ? compared : data.zones.slice(0, FIRST2).map(({ zone_id }) => zone_id);
      return ids.slice(0, MOST2).map((id) => (
        /** @type {Zone} */
        data.zones.find(({ zone_id }) => zone_id === id)
      ));
    }
    const show = (next) => page.store.change({ compared: next.map(({ zone_id }) => zone_id) });
    function adder(shown) {
      const others = data.zones.filter((zone) => !shown.includes(zone));
      if (!others.length || shown.length >= MOST2) return null;
      const add = (event) => {
        const select = (
          /** @type {HTMLSelectElement} */
          event.currentTarget
        );
        const zone = others.find(({ zone_id }) => zone_id === select.value);
        if (zone) show([...shown, zone]);
        select.value = "";
      };
      return html`<select class="add" aria-label=${page.say("add_zone")} value="" onChange=${add}>
      <option value="">${`＋ ${page.say("add_zone")}`}</option>
      ${others.map((zone) => html`<option value=${zone.zone_id}>${page.text(data.subjects[zone.key].name)}</option>`)}
    </select>`;
    }
    function head4(zone, shown) {
      const remove = () => show(shown.filter((one2) => one2 !== zone));
      const name = page.text(data.subjects[zone.key].name);
      return html`<th scope="col" key=${zone.key}>
      <div class="zone-head">
        <button type="button" class="open-subject" data-key=${zone.key} onClick=${() => page.open(zone.key)}>
          ${dot(page.theme.tint(zone.colour))}<span>${name}</span>
        </button>
        ${shown.length > 2 ? html`<button type="button" class="button remove" aria-label=${`${page.say("leave_out")} ${name}`} onClick=${remove}>${icon("close")}</button>` : null}
      </div>
      ${stamp(page, [zone.zone_id], false, "")}
    </th>`;
    }
    function row(measure, shown) {
      const axis = axisOf(shown.flatMap(({ zone_id }) => measure.by_zone[zone_id] || []));
      const known = shown.map(({ zone_id }) => {
        var _a2;
        return ((_a2 = measure.by_zone[zone_id]) == null ? void 0 : _a2.value) ?? null;
      });
      const most = Math.max(...known.map((value2) => value2 ?? -1));
      const isSame = new Set(known).size === 1;
      return html`<tr key=${measure.id} data-measure=${measure.id}>
      <th scope="row">
        ${page.text(measure.title)} ${measure.is_invented ? invention(page) : null}
        <span class="meta">${[page.text(measure.unit), legend2(measure), measure.is_derived ? page.say("derived") : ""].filter(Boolean).join(page.lang === "zh" ? "，" : ", ")}</span>
      </th>
      ${shown.map((zone, index) => {
        const { figure: figure3, notes } = measureText(page, measure, zone.zone_id);
        const isMost = !isSame && known[index] === most && most > 0;
        return html`<td key=${zone.key}>
          <div class="cell">
            ${measureBar(page, measure, zone, axis)}
            <div class="value"><b class=${classes(isMost && "most")}>${figure3}</b>${notes.map((note3) => html`<span class="meta">${note3}</span>`)}</div>
          </div>
        </td>`;
      })}
    </tr>`;
    }
    function legend2(measure) {
      const named4 = measure.parts.map(
        ({ id, name }) => `${page.say(
          /** @type {TextKey} */
          `pattern_${patternOf(measure, id)}`
        )} ${page.text(name)}`
      );
      return named4.join(" · ");
    }
    function listing(topic, shown) {
      const tables = shown.map(({ key }) => data.subjects[key].tables.find((table) => table.topic === topic));
      if (!tables.some((table) => table == null ? void 0 : table.rows.length)) return null;
      const counts = /* @__PURE__ */ new Map();
      for (const table of tables)
        for (const { cells } of (table == null ? void 0 : table.rows) || []) counts.set(cells[0].key, (counts.get(cells[0].key) || 0) + 1);
      return html`<tr class="listing" data-measure=${topic}>
      <th scope="row">${page.say(topic === "parks" ? "parks" : "leading_industries")}<span class="meta">${page.say("listing_note")}</span></th>
      ${tables.map(
        (table, index) => html`<td key=${shown[index].key}>
          ${((table == null ? void 0 : table.rows) || []).map(({ cells }) => {
          const key = (
            /** @type {Key} */
            cells[0].key
          );
          const isPartly = cells.slice(1).some(({ text }) => text.zh === "—");
          return html`<button type="button" class=${classes("tag", counts.get(key) > 1 && "shared", isPartly && "partly")} onClick=${() => page.open(key)}>${page.text(data.subjects[key].name)}</button>`;
        })}
          ${(table == null ? void 0 : table.rows.length) ? null : "—"}
        </td>`
      )}
    </tr>`;
    }
    function findings4(shown) {
      const grave = shown.map(({ key }) => findingsOf(page, key).filter(isGrave));
      return html`<tr class="listing" data-measure="findings">
      <th scope="row">${page.say("findings")}<span class="meta">${page.say("findings_of_zone")}</span></th>
      ${grave.map((found, index) => {
        const rules = [...new Set(found.map(({ rule }) => rule))];
        const titles = rules.map(
          (name) => page.text(
            /** @type {Rule} */
            data.rules.find(({ rule }) => rule === name).title
          )
        );
        return html`<td key=${shown[index].key}><div class="cell">
          <span class="titles">${titles.join(page.semicolon())}</span>
          <div class="value">${found.length ? html`<span class="flag">${found.length}</span>` : html`<b>0</b>`}</div>
        </div></td>`;
      })}
    </tr>`;
    }
    function headline3(shown) {
      const money2 = data.measures.find(({ id }) => id === "investment_per_km2") || data.measures[0];
      if (!money2) return page.say("zones_compared");
      const known = shown.filter(({ zone_id }) => {
        var _a2;
        return ((_a2 = money2.by_zone[zone_id]) == null ? void 0 : _a2.value) != null;
      });
      known.sort((a2, b) => Number(money2.by_zone[b.zone_id].value) - Number(money2.by_zone[a2.zone_id].value));
      if (known.length < 2) return page.say("zones_compared");
      const { figure: figure3, unit: unit2 } = measureText(page, money2, known[0].zone_id);
      return page.say("compared_most").replace("%z", page.text(known[0].shortest)).replace("%m", page.text(money2.title)).replace("%v", `${figure3} ${unit2}`);
    }
    return {
      title: { zh: "比较", en: "Compare" },
      layout: "compare",
      layers: {},
      list: () => null,
      sheet() {
        const shown = zones2();
        return html`<table class="comparison" style=${{ "--zones": String(shown.length) }}>
        <thead>
          <tr>
            <td>
              <p class="headline">${headline3(shown)}</p>
              <p class="meta">${page.say("one_axis")}</p>
              <div class="buttons">${adder(shown)}</div>
            </td>
            ${shown.map((zone) => head4(zone, shown))}
          </tr>
        </thead>
        <tbody>
          ${data.measures.map((measure) => row(measure, shown))} ${LISTED.map((topic) => listing(topic, shown))} ${findings4(shown)}
        </tbody>
      </table>
      <p class="meta credits">${page.credits()}</p>`;
      },
      legend: () => [],
      style: () => null,
      label: () => ""
    };
  }

  // src/views/findings.js
  function findings3(page) {
    function countOf3(key) {
      const { rule } = page.state;
      return findingsOf(page, key).filter((finding) => isGrave(finding) && (!rule || finding.rule === rule)).length;
    }
    return {
      title: { zh: "检查发现", en: "Findings" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, places: false, findings: true },
      narrowed() {
        const rule = ruleNamed(page, page.state.rule);
        return rule ? page.text(rule.title) : "";
      },
      list: () => null,
      legend: () => [narrowed(page), ...kinds(page)],
      style: (key, subject) => subject.kind === "project" && !countOf3(key) ? { opacity: 0.3 } : null,
      label: () => ""
    };
  }

  // src/elements/matrix.js
  function matrix(page) {
    const { data } = page;
    const zones2 = data.zones.map(({ key, zone_id, colour, shortest, short }) => {
      return { key, id: zone_id, colour, name: page.text(data.zone_kinds.length ? short : shortest) };
    });
    const industries2 = data.industries.map(({ key }) => ({ key, id: key, name: page.text(data.subjects[key].name) }));
    const cells = /* @__PURE__ */ new Map();
    for (const { key, zones: listed } of data.industries) {
      for (const one2 of listed) cells.set(`${key} ${one2.zone_id}`, one2);
    }
    const isLong = zones2.length > industries2.length;
    const [rows, columns] = isLong ? [zones2, industries2] : [industries2, zones2];
    const listedIn = (row, column) => cells.get(isLong ? `${column.id} ${row.id}` : `${row.id} ${column.id}`);
    return html`<div class="matrix" role="region" tabindex="0" aria-label=${page.say("matrix")}><table>
    <thead><tr><td></td>${columns.map((column) => head3(page, column))}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr key=${row.key} class=${classes("row", page.state.opened === row.key && "open")}
        onClick=${() => page.open(row.key)}>
        <th scope="row">${named3(page, row)}</th>
        ${columns.map((column) => cell3(page, listedIn(row, column), (isLong ? row : column).colour || ""))}
      </tr>`
    )}</tbody>
  </table></div>`;
  }
  function head3(page, column) {
    return html`<th scope="col" key=${column.key} onClick=${() => page.open(column.key)}>${named3(page, column)}</th>`;
  }
  function named3(page, { key, name }) {
    return html`<button type="button" title=${page.text(page.data.subjects[key].name)}>${name}</button>`;
  }
  var SIDE = 16;
  function cell3(page, listed, fill) {
    if (!listed) return html`<td></td>`;
    const { text, table } = listed;
    const words2 = page.say(text && table ? "listed_both" : text ? "listed_text" : "listed_table");
    const upperLeft = `M1 1H${SIDE - 1}L1 ${SIDE - 1}Z`;
    const lowerRight = `M${SIDE - 1} ${SIDE - 1}H1L${SIDE - 1} 1Z`;
    return html`<td><svg width=${SIDE} height=${SIDE} role="img" aria-label=${words2}>
    <rect x="1" y="1" width=${SIDE - 2} height=${SIDE - 2} fill=${text && table ? fill : "none"} stroke=${fill} />
    ${text && !table ? html`<path d=${upperLeft} fill=${fill} />` : null}
    ${table && !text ? html`<path d=${lowerRight} fill=${fill} />` : null}
  </svg></td>`;
  }

  // src/views/industries.js
  var MOST_NAMED = 4;
  function industries(page) {
    const { data } = page;
    if (!data.industries.length && !data.order.industry) return null;
    function picked() {
      var _a2;
      return ((_a2 = page.subject(page.state.opened)) == null ? void 0 : _a2.zones) || null;
    }
    function shortName2(zoneId) {
      const zone = data.zones.find((one2) => one2.zone_id === zoneId);
      return zone ? page.text(zone.shortest) : zoneId;
    }
    function stampButton({ key, zones: zones2 }) {
      const zoneIds = zones2.map((zone) => zone.zone_id);
      const isShared = zones2.length > 1;
      return html`<button key=${key} type="button" class=${classes("stamp-button", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      ${data.bases.length ? stamp(page, zoneIds, isShared, "") : null}
      <span class="name">${page.text(data.subjects[key].name)}</span>
      <span class="meta">${isShared ? `${zones2.length} ${page.say("zones_lead")}` : shortName2(zoneIds[0])}</span>
    </button>`;
    }
    function stamps(title, shown) {
      if (!shown.length) return null;
      return html`<h2>${counted(page.say(title), shown.length)}</h2>
      <div class="stamps">${shown.map(stampButton)}</div>`;
    }
    function others() {
      const keys = (data.order.industry || []).filter((key) => {
        var _a2;
        return !((_a2 = data.subjects[key].zones) == null ? void 0 : _a2.length);
      });
      if (!keys.length) return null;
      const title = counted(page.say("industries_prose"), keys.length);
      return fold(page, "yz-other-industries", title, linkList(page, keys));
    }
    return {
      title: { zh: "产业", en: "Industries" },
      layout: "map",
      layers: { zones: true, parks: false, projects: false, places: false, findings: false },
      list: () => html`${stamps(
        "industries_shared",
        data.industries.filter((industry) => industry.zones.length > 1)
      )}
      ${stamps(
        "industries_single",
        data.industries.filter((industry) => industry.zones.length === 1)
      )}
      ${data.industries.length ? html`<h2>${page.say("matrix")}</h2>
            ${matrix(page)}
            <p class="meta">${page.say("matrix_note")}</p>` : null}
      ${others()}`,
      legend: () => [...kinds(page), ...shared(page)],
      style(key, subject) {
        if (subject.kind !== "zone") return null;
        const leads = picked();
        const id = key.slice("zone:".length);
        if (!leads) return null;
        return leads.includes(id) ? { isHatched: leads.length > 1 } : { fillOpacity: 0.2 };
      },
      label(zone) {
        const names = page.text(zone.leading).split(page.lang === "zh" ? "、" : ", ");
        if (picked()) return "";
        if (names.length <= MOST_NAMED) return names;
        return [...names.slice(0, MOST_NAMED - 1), page.say("and_so_on").replace("%d", String(names.length))];
      }
    };
  }

  // src/elements/land_bullet.js
  var WIDTH2 = 408;
  var TOP = 26;
  var BAR = 26;
  var TICKS2 = 6;
  function landBullet(page) {
    const { recovered_mu, under_way_mu, target_mu, expected_mu } = page.data.land;
    if (recovered_mu === null) return null;
    const sum2 = recovered_mu + (under_way_mu || 0);
    const scale = linear2().domain([0, Math.max(sum2, target_mu || 0, 1)]).nice(TICKS2).range([1, WIDTH2 - 1]);
    const whole = (mu) => page.numbers.grouped(Math.round(mu));
    const fill = (key, mu) => page.say(key).replace("%n", whole(mu));
    function mark(mu, key, kind, anchor) {
      if (mu === null) return null;
      const x3 = scale(mu);
      return html`<line x1=${x3} x2=${x3} y1=${TOP - 6} y2=${TOP + BAR + 6} class=${kind} />
      <text x=${Math.min(Math.max(x3, 4), WIDTH2 - 4)} y=${TOP - 11} text-anchor=${anchor}>${fill(key, mu)}</text>`;
    }
    const isLeft = expected_mu !== null && target_mu !== null && expected_mu <= target_mu;
    const name = [fill("land_done", recovered_mu), fill("today_at", expected_mu || 0), fill("target_at", target_mu || 0)];
    return html`<svg class="land-chart" viewBox=${`0 0 ${WIDTH2} 76`} role="img" aria-label=${name.join(page.semicolon())}>
    ${scale.ticks(TICKS2).map(
      (tick) => html`<line x1=${scale(tick)} x2=${scale(tick)} y1=${TOP - 2} y2=${TOP + BAR + 4} class="grid" />
      <text x=${scale(tick)} y=${TOP + BAR + 18} class="tick" text-anchor=${tick ? scale(tick) > WIDTH2 - 20 ? "end" : "middle" : "start"}>${whole(tick)}</text>`
    )}
    <rect x=${scale(0)} y=${TOP} width=${scale(recovered_mu) - scale(0)} height=${BAR} class="done" />
    <rect x=${scale(recovered_mu)} y=${TOP} width=${scale(sum2) - scale(recovered_mu)} height=${BAR} class="under-way" />
    <text x=${scale(0) + 8} y=${TOP + BAR / 2 + 5} class=${scale(recovered_mu) > 130 ? "inside" : "beside"}>${fill("land_done", recovered_mu)}</text>
    ${mark(expected_mu, "today_at", "due", isLeft ? "end" : "start")} ${mark(target_mu, "target_at", "target", isLeft ? "start" : "end")}
  </svg>`;
  }
  function hatch2() {
    return html`<svg width="0" height="0" class="defs" aria-hidden="true">
    <defs>
      <pattern id="yz-hatch-ink" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1.6" height="6" class="hatch-line" />
      </pattern>
    </defs>
  </svg>`;
  }

  // src/elements/land_years.js
  var WIDTH3 = 408;
  var HEIGHT2 = 210;
  var LEFT = 44;
  var TOP2 = 24;
  var BOTTOM = 182;
  var DAY = 864e5;
  var time = (day2) => Date.parse(`${day2}T00:00:00Z`) / DAY;
  function cumulative({ by_year, start_on, as_of }) {
    if (!by_year || !start_on) return [];
    const start2 = time(start_on);
    const last = as_of ? time(as_of) : Number.POSITIVE_INFINITY;
    const points = [{ at: start2, mu: 0 }];
    for (const { year, cumulative_mu } of by_year) {
      if (year === null || cumulative_mu === null) continue;
      const at = Math.min(time(`${year}-12-31`), last);
      if (at > points[points.length - 1].at) points.push({ at, mu: cumulative_mu });
      else points[points.length - 1].mu = cumulative_mu;
    }
    return points;
  }
  function landYears(page) {
    const { land: land2 } = page.data;
    const { target_mu, target_on, start_on, so_far_mu_per_year: pace } = land2;
    const points = cumulative(land2);
    if (points.length < 2 || !start_on) return null;
    const now = points[points.length - 1];
    const end = target_on ? Math.max(time(target_on), now.at) : now.at;
    const ahead = pace !== null && end > now.at ? now.mu + pace * (end - now.at) / 365.25 : null;
    const most = Math.max(...points.map(({ mu }) => mu), target_mu || 0, ahead || 0);
    const x3 = linear2().domain([time(start_on), end]).range([LEFT, WIDTH3 - 12]);
    const y2 = linear2().domain([0, most]).nice(5).range([BOTTOM, TOP2]);
    const path = (line2) => line2.map(({ at, mu }) => `${x3(at)},${y2(mu)}`).join(" ");
    const whole = (mu) => page.numbers.grouped(Math.round(mu));
    const years = [...new Set((land2.by_year || []).flatMap(({ year }) => year ?? []))];
    const undated = (land2.by_year || []).find(({ year }) => year === null);
    const shown = years.filter((_2, index) => index % Math.ceil(years.length / 8) === 0);
    return html`<div class="land-years">
    <h2 class="land-head">${page.say("by_years")} <span class="meta">${ahead === null ? "" : page.say("at_this_pace").replace("%n", page.numbers.mu(Math.round(ahead)))}</span></h2>
    <svg class="land-chart" viewBox=${`0 0 ${WIDTH3} ${HEIGHT2}`} role="img" aria-label=${page.say("by_years")}>
      ${y2.ticks(5).map(
      (tick) => html`<line x1=${LEFT} x2=${WIDTH3 - 12} y1=${y2(tick)} y2=${y2(tick)} class="grid" />
        <text x=${LEFT - 6} y=${y2(tick) + 4} text-anchor="end" class="tick">${whole(tick)}</text>`
    )}
      ${shown.map((year) => html`<text x=${x3((time(`${year}-01-01`) + time(`${year}-12-31`)) / 2)} y=${BOTTOM + 18} text-anchor="middle" class="tick">${year}</text>`)}
      ${target_mu !== null && target_on ? html`<polyline points=${path([
      { at: time(start_on), mu: 0 },
      { at: time(target_on), mu: target_mu }
    ])} class="even" />
            <circle cx=${x3(time(target_on))} cy=${y2(target_mu)} r="4.5" class="goal" />
            <text x=${LEFT + 8} y=${TOP2 - 6} class="tick">${page.say("even_line")}</text>` : null}
      ${ahead === null ? null : html`<polyline points=${path([now, { at: end, mu: ahead }])} class="ahead" />`}
      <polyline points=${path(points)} class="line" />
      ${points.slice(1).map(({ at, mu }, index) => {
      const isLast = index === points.length - 2;
      return html`<circle cx=${x3(at)} cy=${y2(mu)} r="3.6" class="point" />
          <text x=${x3(at) + (isLast ? -6 : 6)} y=${y2(mu) + (isLast ? -10 : 15)} text-anchor=${isLast ? "end" : "start"} class=${isLast ? "now" : "tick"}>${whole(mu)}</text>`;
    })}
    </svg>
    ${undated ? html`<p class="meta">${page.say("undated").replace("%n", page.numbers.mu(undated.recovered_mu))}</p>` : null}
  </div>`;
  }

  // src/elements/parcel_years.js
  var MOST_BUTTONS = 6;
  function parcelYears(page) {
    const years = page.parcels ? page.parcels.years : [];
    if (!years.length) return null;
    const { parcelChoice, shown } = page.state;
    function choose(until) {
      page.store.change({ parcelChoice: { ...parcelChoice, until }, shown: { ...shown, parcels: true } });
    }
    const label = page.say("parcels_by_year");
    return html`<div class="parcel-years" role="group" aria-label=${label}><span class="meta">${label}</span>
    ${years.length > MOST_BUTTONS ? list4(page, years, choose, label) : buttons(page, years, choose)}</div>`;
  }
  function buttons(page, years, choose) {
    return [null, ...years].map((year) => {
      const isPressed = String(page.state.parcelChoice.until === year);
      return html`<button key=${year} type="button" class="button" data-until=${year === null ? "" : year} aria-pressed=${isPressed}
      onClick=${() => choose(year)}>${year === null ? page.say("parcels_all") : year}</button>`;
    });
  }
  function list4(page, years, choose, label) {
    const chosen = (event) => {
      const { value: value2 } = (
        /** @type {HTMLSelectElement} */
        event.currentTarget
      );
      choose(value2 ? Number(value2) : null);
    };
    const { until } = page.state.parcelChoice;
    return html`<select aria-label=${label} onChange=${chosen}>
    <option value="" selected=${until === null}>${page.say("parcels_all")}</option>
    ${years.map((year) => html`<option key=${year} value=${year} selected=${until === year}>${year}</option>`)}
  </select>`;
  }

  // src/elements/recovery.js
  function recovery(page) {
    const { recovered_mu } = page.data.land;
    const invented = page.invented();
    return html`${invented ? html`<p class="invented">${invented}</p>` : null} ${headline(page)}
    ${recovered_mu === null ? note(page.say("no_ledger")) : html`${hatch2()} ${landBullet(page)} ${underWay(page)} ${landYears(page)} ${parcelYears(page)} ${byZone(page)}`}`;
  }
  function verdict(page) {
    const { pace, recovered_mu, expected_mu, target_mu, remaining_mu } = page.data.land;
    const whole = (mu) => page.numbers.mu(Math.round(mu));
    const said = (key, mu) => page.say(key).replace("%n", whole(mu));
    if (recovered_mu === null) return [target_mu === null ? "" : said("land_wanted", target_mu), null];
    if (pace === "reached") return [page.say("land_reached"), "pace_reached"];
    if (pace === "missed") return [said("land_missed", remaining_mu || 0), "pace_missed"];
    if (expected_mu === null || pace === null || pace === "unknown") return [said("land_unknown", recovered_mu), null];
    const ahead = recovered_mu - expected_mu;
    if (pace === "behind") return [said("land_behind", -ahead), "pace_behind"];
    return [Math.round(ahead) ? said("land_on_track", ahead) : page.say("land_even"), "pace_on_track"];
  }
  function headline(page) {
    const { target_key } = page.data.land;
    const [words2, word] = verdict(page);
    if (!words2) return null;
    const open = () => page.open(target_key);
    return html`<div class="verdict">
      <p class="headline">${target_key ? html`<button type="button" onClick=${open}>${words2}</button>` : words2}</p>
      ${word ? html`<span class="word">${page.say(word)}</span>` : null}
    </div>
    ${story(page)}`;
  }
  function story(page) {
    const { recovered_mu, expected_mu, as_of, progress, remaining_mu, needed_mu_per_year, so_far_mu_per_year } = page.data.land;
    if (recovered_mu === null) return null;
    const whole = (mu) => page.numbers.mu(Math.round(mu));
    const sentence = as_of ? page.say("land_so_far").replace("%d", as_of).replace("%n", whole(recovered_mu)) + (expected_mu === null ? "" : page.say("land_should").replace("%n", whole(expected_mu))) : page.say("land_unknown").replace("%n", whole(recovered_mu));
    const needed = remaining_mu && needed_mu_per_year && so_far_mu_per_year !== null ? page.say("land_needed").replace("%r", whole(remaining_mu)).replace("%n", whole(needed_mu_per_year)).replace("%m", whole(so_far_mu_per_year)) : "";
    const share = progress === null ? "" : page.say("land_share").replace("%p", page.numbers.percent(progress));
    return html`<p>${sentence}${page.lang === "zh" ? "。" : "."}</p>
    <p class="meta">${share}${needed}</p>`;
  }
  function underWay(page) {
    const { recovered_mu, under_way_mu, identified_mu } = page.data.land;
    const all = page.say("all_done").replace("%u", page.numbers.mu(under_way_mu || 0));
    const rest = `${page.say("identified")} ${page.numbers.mu(identified_mu || 0)}`;
    const sum2 = page.numbers.mu((recovered_mu || 0) + (under_way_mu || 0));
    return html`<p class="meta">${[all.replace("%n", sum2), rest].join(page.semicolon())}</p>`;
  }
  function byZone(page) {
    const { by_zone: rows, recovered_mu, under_way_mu } = page.data.land;
    const most = Math.max(...rows.map((row) => row.recovered_mu + row.under_way_mu), 1e-9);
    const fixed3 = (mu) => page.numbers.grouped(mu, 1);
    return html`<h2 class="land-head">${page.say("by_zones")} <span class="meta">${page.say("solid_hatch")}</span></h2>
    <table class="land-zones">
      <tbody>
        ${rows.map((row) => {
      const zone = page.data.zones.find((one2) => one2.zone_id === row.zone_id);
      const wide2 = (mu) => ({ width: `${100 * mu / most}%` });
      const name = zone ? page.text(zone.shortest) + page.text(zone.inner) : page.say("outside_short");
      return html`<tr key=${row.zone_id || ""} data-key=${zone == null ? void 0 : zone.key}>
            <th scope="row">
              ${zone ? html`<button type="button" onClick=${() => page.open(zone.key)}>${dot(page.theme.tint(zone.colour))}${name}</button>` : name}
            </th>
            <td class="bar">
              <span class="track"><span class="solid" style=${wide2(row.recovered_mu)}></span><span class="hatch" style=${wide2(row.under_way_mu)}></span></span>
            </td>
            <td class="number"><b>${fixed3(row.recovered_mu)}</b></td>
            <td class="number">${`+${fixed3(row.under_way_mu)}`}</td>
          </tr>`;
    })}
        <tr class="total">
          <th scope="row">${page.say("total")}</th>
          <td></td>
          <td class="number">${fixed3(recovered_mu || 0)}</td>
          <td class="number">${`+${fixed3(under_way_mu || 0)}`}</td>
        </tr>
      </tbody>
    </table>`;
  }

  // src/views/land.js
  var QUIET = "var(--ink3)";
  var MU_LIKE_1 = 10;
  function land(page) {
    const { data, numbers } = page;
    const figures = data.land;
    const hasUsable = figures.zones.some((row) => row.usable_km2 !== null);
    const wantsLand = data.projects.some((project) => project.new_land_mu !== null);
    const reuses = figures.identified_keys.length > 0 || figures.silent_keys.length > 0;
    const recovers = figures.target_mu !== null || figures.recovered_mu !== null || reuses;
    if (!hasUsable && !wantsLand && !recovers) return null;
    function bars2(column, print, extra) {
      const most = largest([...figures.zones.map((row) => row[column] || 0), ...extra.map((one2) => one2.value || 0)]);
      const rows = figures.zones.map((row) => {
        const { key, colour, inner } = (
          /** @type {Zone} */
          data.zones.find((zone) => zone.zone_id === row.zone_id)
        );
        const value2 = row[column];
        const chart = value2 === null ? null : bar2([{ value: value2, colour }], most);
        const name = page.text(data.subjects[key].name) + (column === "new_land_mu" ? page.text(inner) : "");
        return figureRow({ name, figure: value2 === null ? "—" : print(value2), chart, open: () => page.open(key) });
      });
      const others = extra.map(({ name, value: value2 }) => {
        const chart = value2 === null ? null : bar2([{ value: value2, colour: QUIET }], most);
        return figureRow({ name, figure: value2 === null ? "—" : print(value2), chart });
      });
      return [...rows, ...others];
    }
    function identified() {
      if (!reuses) return null;
      const value2 = figures.identified_in_plan_mu;
      const chart = value2 === null ? null : bar2([{ value: value2, colour: QUIET }], figures.target_mu || value2);
      const figure3 = value2 === null ? "—" : numbers.mu(value2);
      return html`${figureRow({ name: page.say("identified_in_plan"), figure: figure3, chart })}
      ${linkList(page, figures.identified_keys)}
      ${figures.silent_keys.length ? html`<p class="meta">${page.say("identified_silent")}</p>${linkList(page, figures.silent_keys)}` : null}`;
    }
    function newLand2() {
      if (!wantsLand) return null;
      const nowhere = data.projects.some((project) => !project.located);
      const elsewhere = nowhere ? [{ name: page.say("unlocated"), value: figures.new_land_unlocated_mu }] : [];
      const outside3 = { name: page.say("outside_zones"), value: figures.new_land_outside_mu };
      if (outside3.value) elsewhere.push(outside3);
      if (data.projects.some(({ zone_id, zone_ids }) => zone_id === null && zone_ids.length)) {
        elsewhere.unshift({ name: page.say("across_zones"), value: figures.new_land_across_mu });
      }
      return html`<h2>${`${page.say("new_land")} ${numbers.mu(figures.new_land_mu || 0)}`}</h2>
      ${bars2("new_land_mu", numbers.mu, elsewhere)}
      <p class="meta">${page.say("new_land_note")}</p>`;
    }
    return {
      title: { zh: "土地", en: "Land" },
      layout: "map",
      layers: {
        zones: true,
        parks: false,
        projects: !page.parcels,
        places: false,
        findings: false,
        parcels: Boolean(page.parcels)
      },
      list: () => html`${recovers ? html`${recovery(page)}${identified()}` : null} ${page.parcels ? html`<p class="meta hint">${page.say("parcels_how")}</p>` : null}
      ${hasUsable ? html`<h2>${page.say("usable")}</h2>${bars2("usable_km2", numbers.km2, [])}` : null}
      ${newLand2()}`,
      legend: () => [...kinds(page), wantsLand && page.state.shown.projects && newLand(page)],
      style: (_key, subject) => subject.kind === "zone" ? { fillOpacity: page.parcels ? 0.25 : 0.7 } : null,
      mark: ({ reuses_land, new_land_mu }) => new_land_mu || reuses_land ? (new_land_mu || 0) / MU_LIKE_1 : null,
      sum: (projects3) => numbers.mu(projects3.reduce((sum2, { new_land_mu }) => sum2 + (new_land_mu || 0), 0)),
      amount: (value2) => numbers.mu(value2 * MU_LIKE_1),
      label(zone) {
        const recovered = figures.by_zone.find(({ zone_id }) => zone_id === zone.zone_id);
        if (recovered) return numbers.mu(Math.round(recovered.recovered_mu));
        const row = figures.zones.find((one2) => one2.zone_id === zone.zone_id);
        const area2 = page.text(zone.area);
        return (row == null ? void 0 : row.new_land_mu) ? [area2, `${page.say("new_short")} ${numbers.mu(row.new_land_mu)}`] : [area2];
      }
    };
  }

  // src/placement.js
  function placed(page) {
    const wanted = page.data.projects.filter((project) => isWanted(page.state, project));
    const inZones = page.data.zones.map((zone) => {
      const isHere = ({ zone_id, zone_ids }) => zone_id !== null && zone_ids.includes(zone.zone_id);
      return (
        /** @type {Placed} */
        { zone, kind: "zone", projects: wanted.filter(isHere) }
      );
    });
    const across = wanted.filter(({ zone_id, zone_ids }) => zone_id === null && zone_ids.length > 0);
    const outside3 = wanted.filter(({ located, zone_ids }) => located && !zone_ids.length);
    const unlocated2 = wanted.filter(({ located }) => !located);
    const others = (
      /** @type {Placed[]} */
      [
        { zone: null, kind: "across", projects: across },
        { zone: null, kind: "outside", projects: outside3 },
        { zone: null, kind: "unlocated", projects: unlocated2 }
      ]
    );
    return [...inZones, ...others.filter(({ projects: projects3 }) => projects3.length)];
  }
  function knownSum(projects3) {
    const known = projects3.flatMap(({ investment }) => investment ?? []);
    return known.length ? known.reduce((sum2, value2) => sum2 + value2, 0) : null;
  }

  // src/elements/headline.js
  var HALF = 0.5;
  var MOST_NAMED2 = 3;
  function leading(zones2, total3) {
    const ranked = zones2.filter(({ sum: sum3 }) => sum3 > 0).sort((a2, b) => b.sum - a2.sum);
    let sum2 = 0;
    for (const [index, zone] of ranked.slice(0, MOST_NAMED2).entries()) {
      sum2 += zone.sum;
      if (sum2 >= HALF * total3) return { zones: ranked.slice(0, index + 1), sum: sum2 };
    }
    return null;
  }
  function headline2(page) {
    const groups = placed(page);
    const all = [...new Set(groups.flatMap(({ projects: projects3 }) => projects3))];
    const total3 = knownSum(all);
    const lost = groups.find(({ kind }) => kind === "unlocated");
    if (total3 === null) return null;
    return html`<p class="headline">
      ${page.say("planned")} <b>${page.numbers.money(total3)}</b>${where(page, groups, lost, total3)}
    </p>
    ${lost ? html`<p class="meta">${unlocatedOf(page, all.length, lost)}</p>` : null}`;
  }
  function where(page, groups, lost, total3) {
    const unknown = lost && knownSum(lost.projects);
    if (unknown && unknown >= HALF * total3) {
      return page.say("of_it_unlocated").replace("%s", page.numbers.money(unknown));
    }
    const zones2 = groups.flatMap(
      ({ zone, projects: projects3 }) => zone && !zone.depth ? [{ name: page.text(zone.shortest), sum: knownSum(projects3) || 0 }] : []
    );
    const most = leading(zones2, total3);
    if (!most) return "";
    const names = most.zones.map(({ name }) => name).join(page.lang === "zh" ? "、" : ", ");
    const [share, place] = [page.numbers.percent(most.sum / total3), names];
    return page.say("of_it_in").replace("%s", share).replace("%s", place);
  }
  function unlocatedOf(page, count, lost) {
    const words2 = page.say("unlocated_of").replace("%d", String(count)).replace("%u", String(lost.projects.length));
    return words2.replace("%s", page.numbers.invested(lost.projects));
  }

  // src/elements/lists.js
  var PARK_LISTS = ["listed_table", "listed_text", "listed_both"];
  function keysOf(page, kind) {
    return page.data.order[kind] || [];
  }
  function parks2(page) {
    const { subjects } = page.data;
    const keys = keysOf(page, "park");
    if (!keys.length) return null;
    function zoneName3(key) {
      const zone = subjects[`zone:${subjects[key].zone_id}`];
      return zone ? page.text(zone.name) : "";
    }
    const content = PARK_LISTS.map((title) => {
      const listed = keys.filter((key) => `listed_${subjects[key].listed_in}` === title);
      if (!listed.length) return null;
      return html`<h3>${counted(page.say(title), listed.length)}</h3>${linkList(page, listed, zoneName3)}`;
    });
    return fold(page, "yz-parks", counted(page.say("parks"), keys.length), content, true);
  }
  function unlocated(page) {
    const { subjects } = page.data;
    const lost = (kind) => keysOf(page, kind).filter((key) => subjects[key].unlocated);
    const noteOf = (key) => page.text(subjects[key].note || { zh: "", en: "" });
    const projects3 = lost("project");
    const gone = lost("park");
    if (!projects3.length && !gone.length) return null;
    const content = html`<p class="meta">${page.say("unlocated_note")}</p>
    ${linkList(page, projects3, noteOf)}
    ${gone.length && projects3.length ? html`<h3>${counted(page.say("unlocated_parks"), gone.length)}</h3>` : null}
    ${linkList(page, gone, noteOf)}`;
    const title = projects3.length ? counted(page.say("unlocated"), projects3.length) : counted(page.say("unlocated_parks"), gone.length);
    return fold(page, "yz-unlocated", title, content, true);
  }

  // src/elements/share_bar.js
  var LEAST_LABELLED = 0.1;
  function parts(page) {
    const found = placed(page).map(({ zone, kind, projects: projects3 }) => ({
      name: zone ? page.text(zone.shortest) : page.say(
        /** @type {TextKey} */
        `${kind}_short`
      ),
      sum: (zone == null ? void 0 : zone.depth) ? 0 : knownSum(projects3) || 0,
      style: zone ? { background: page.theme.tint(zone.colour) } : null,
      kind
    }));
    const inZones = found.filter(({ kind }) => kind === "zone").sort((a2, b) => b.sum - a2.sum);
    return [...inZones, ...found.filter(({ kind }) => kind !== "zone")].filter(({ sum: sum2 }) => sum2 > 0);
  }
  function labelled(shown, total3) {
    const labels = [];
    for (const { name, sum: sum2 } of shown) {
      const isNarrow = sum2 < LEAST_LABELLED * total3;
      const last = labels[labels.length - 1];
      if (isNarrow && (last == null ? void 0 : last.isNarrow)) {
        last.names.push(name);
        last.sum += sum2;
      } else labels.push({ names: [name], sum: sum2, isNarrow });
    }
    return labels;
  }
  function shareBar(page) {
    const shown = parts(page);
    const total3 = shown.reduce((sum2, part) => sum2 + part.sum, 0);
    if (shown.length < 2) return null;
    const comma = page.lang === "zh" ? "、" : ", ";
    const labels = labelled(shown, total3);
    const brief = (names) => names.length > 2 ? page.say("and_others").replace("%s", names[0]).replace("%d", String(names.length)) : names.join(comma);
    const told = labels.map(({ names, sum: sum2 }) => `${names.join(comma)} ${page.numbers.money(sum2)}`).join(page.semicolon());
    const wide2 = (sum2) => ({ flex: `${sum2} 1 0` });
    return html`<div class="share-bar" role="img" aria-label=${page.say("chart_money") + told}>
    <div class="parts">${shown.map(({ sum: sum2, style, kind }) => html`<span class=${`place-${kind}`} style=${{ ...wide2(sum2), ...style }}></span>`)}</div>
    <div class="labels">
      ${labels.map(
      ({ names, sum: sum2 }) => html`<span style=${wide2(sum2)}><b>${brief(names)}</b>${page.numbers.hundredMillions(sum2)}</span>`
    )}
    </div>
  </div>`;
  }

  // src/elements/zone_table.js
  var figure2 = (kind, content) => html`<td class=${`number ${kind}`}>${content}</td>`;
  function money(page, projects3) {
    const untold = projects3.length ? page.numbers.untold(projects3) : [];
    return html`${page.numbers.hundredMillions(projects3.length ? knownSum(projects3) : null)} ${byOwner(page, projects3)}
    ${untold.length ? html`<span class="meta">${untold.join(page.semicolon())}</span>` : null}`;
  }
  function byOwner(page, projects3) {
    const weak = projects3.filter((project) => project.weak);
    if (!weak.length) return null;
    const words2 = `${page.numbers.projects(weak.length)} ${page.numbers.invested(weak)}`;
    const sum2 = page.numbers.hundredMillions(knownSum(weak));
    return html`<span class="meta" title=${page.say("by_owner") + words2}>${page.say("by_owner_short") + sum2}</span>`;
  }
  function zoneName2(page, { key, colour, shortest }) {
    const { name, note: note3 } = page.data.subjects[key];
    const [whole, short] = [page.text(name), page.text(shortest)];
    const isBegun = page.lang === "zh" && whole.startsWith(short);
    const rest = isBegun ? whole.slice(short.length) : note3 && ` ${page.text(note3)}`;
    return html`<button type="button" title=${whole}>${dot(page.theme.tint(colour))}<b>${short}</b><span class="kind">${rest}</span></button>`;
  }
  function areaCells(page, { colour, share, area_short }) {
    const style = { background: page.theme.tint(colour), width: `${100 * (share || 0)}%` };
    return [
      html`<td class="bar"><span class="track">${share === null ? null : html`<span style=${style}></span>`}</span></td>`,
      figure2("area", page.text(area_short) || "—")
    ];
  }
  function zoneRow(page, has2, zone, projects3) {
    const { key, depth, inner } = zone;
    const flags = flagsOf(page, key);
    const { opened, hovered } = page.state;
    const point = (at) => () => page.store.change({ hovered: at });
    return html`<tr key=${key} data-key=${key} class=${classes("zone-row", opened === key && "open", hovered === key && "hovered")}
    onClick=${() => page.open(key)} onMouseEnter=${point(key)} onMouseLeave=${point(null)}>
    <th scope="row" style=${depth ? { paddingLeft: `${depth}em` } : null}>
      ${zoneName2(page, zone)}
    </th>
    ${has2.area ? areaCells(page, zone) : null}
    ${has2.projects ? figure2("projects", page.numbers.grouped(projects3.length) + page.text(inner)) : null}
    ${has2.projects ? figure2("money", money(page, projects3)) : null}
    ${has2.flags ? figure2("flags", flags ? html`<span class="flag">${flags}</span>` : "") : null}
  </tr>`;
  }
  function otherRow(page, has2, { kind, projects: projects3 }) {
    return html`<tr key=${kind} class="other">
    <th scope="row">
      <span class=${`sample place-${kind}`}></span>${page.say(
      /** @type {TextKey} */
      `${kind}_short`
    )}
    </th>
    ${has2.area ? [html`<td></td>`, figure2("area", "—")] : null}
    ${figure2("projects", page.numbers.grouped(projects3.length))} ${figure2("money", money(page, projects3))}
    ${has2.flags ? html`<td></td>` : null}
  </tr>`;
  }
  function totalRow(page, has2, all) {
    const areas = page.data.overview.filter(({ topic }) => topic === "area");
    const area2 = areas.length === 1 ? page.text(areas[0].number) : "—";
    return html`<tr class="total">
    <th scope="row">${page.say("total")}</th>
    ${has2.area ? [html`<td></td>`, figure2("area", area2)] : null}
    ${has2.projects ? [figure2("projects", page.numbers.grouped(all.length)), figure2("money", money(page, all))] : null}
    ${has2.flags ? html`<td></td>` : null}
  </tr>`;
  }
  function zoneTable(page) {
    const { data } = page;
    if (!data.zones.length) return null;
    const groups = placed(page);
    const has2 = {
      area: data.zones.some((zone) => page.text(zone.area)),
      projects: data.projects.length > 0,
      flags: data.rules.some(({ status }) => status === "found" || status === "passed")
    };
    const all = [...new Set(groups.flatMap(({ projects: projects3 }) => projects3))];
    const head4 = (title) => html`<th scope="col" class="number">${page.say(title)}</th>`;
    return html`<table class="zone-table">
    <thead>
      <tr>
        <th scope="col">${page.say("zone_column")}</th>
        ${has2.area ? [html`<td></td>`, head4("area_column")] : null}
        ${has2.projects ? [head4("projects_column"), head4("money_column")] : null}
        ${has2.flags ? head4("warnings_column") : null}
      </tr>
    </thead>
    <tbody>
      ${groups.map((group2) => group2.zone ? zoneRow(page, has2, group2.zone, group2.projects) : otherRow(page, has2, group2))}
      ${has2.area || has2.projects ? totalRow(page, has2, all) : null}
    </tbody>
  </table>`;
  }

  // src/views/overview.js
  function overview(page) {
    const { data } = page;
    function missing() {
      if (!data.missing.length) return null;
      return html`<h2>${page.say("missing")}</h2>
      ${data.missing.map((gap) => html`<p class="empty">${page.text(gap)}</p>`)}`;
    }
    function totals() {
      const told = data.overview.filter(({ topic }) => topic !== "investment");
      if (!told.length) return null;
      return html`<div class="overview">
      ${told.map(
        ({ key, number: number3, unit: unit2 }) => html`<button type="button" onClick=${() => page.open(key)}>
          <span class="number">${page.text(number3)}</span><span class="unit">${page.text(unit2)}</span>
        </button>`
      )}
    </div>`;
    }
    function foot() {
      const counts = page.data.severity_counts;
      const grave = (counts.error || 0) + (counts.warning || 0);
      const words2 = `${page.text(data.severities.warning)} · ${page.numbers.grouped(counts.info || 0)} ${page.text(data.severities.info)}`;
      const read3 = () => page.store.change({ view: "findings", rule: null });
      return html`<div class="foot">
      <button type="button" class="button" data-to="findings" onClick=${read3}><span class="flag">${grave}</span><span>${words2}</span></button>
      <button type="button" class="button" data-to="sources" onClick=${() => page.showSources()}>${page.say("method")}</button>
    </div>`;
    }
    function listed(kind, note3) {
      const keys = data.order[kind] || [];
      if (!keys.length) return null;
      const title = (
        /** @type {TextKey} */
        `${kind}s`
      );
      return fold(page, `yz-${kind}s`, counted(page.say(title), keys.length), linkList(page, keys, note3));
    }
    const noteOf = (key) => page.text(data.subjects[key].note || { zh: "", en: "" });
    return {
      title: { zh: "总览", en: "Overview" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, places: true, findings: false },
      list: () => html`${headline2(page)} ${shareBar(page)} ${totals()} ${missing()} ${zoneTable(page)} ${foot()}
      ${unlocated(page)} ${parks2(page)} ${listed("target", noteOf)} ${listed("owner", noteOf)} ${listed("cluster")}`,
      legend: () => kinds(page),
      style: () => null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/table/column_choice.js
  function columnChoice(page, drawn) {
    const all = drawn.columns.all();
    const left = all.filter(({ isVisible }) => isVisible).length;
    const reset = () => {
      const { [page.table.kind()]: _2, ...columns } = page.state.columns;
      page.store.change({ columns });
    };
    const boxes2 = all.map(
      ({ column, isVisible, toggle: toggle2 }) => html`<li key=${column.id}>
      <label><input type="checkbox" checked=${isVisible} disabled=${isVisible && left === 1} onChange=${toggle2} /> ${column.title}</label>
    </li>`
    );
    return html`<${Popover} id="yz-columns" name=${page.say("columns")} label=${page.say("columns")} isRight=${true}>
    <ul class="choices">${boxes2}</ul>
    <button type="button" class="link-button" onClick=${reset}>${page.say("columns_first")}</button>
  <//>`;
  }

  // ../../../node_modules/@tanstack/virtual-core/dist/esm/lazy-measurements.js
  function getMeasurementKey(item) {
    return typeof item === "object" ? item.key : item;
  }
  function createLazyMeasurementsView(cache, flat2) {
    const count = cache.length;
    return new Proxy(cache, {
      get(target, prop, receiver) {
        if (typeof prop === "string") {
          const c2 = prop.charCodeAt(0);
          if (c2 >= 48 && c2 <= 57) {
            const i3 = +prop;
            if (Number.isInteger(i3) && i3 >= 0 && i3 < count) {
              let v2 = target[i3];
              if (typeof v2 !== "object") {
                const s2 = flat2[i3 * 2];
                v2 = target[i3] = {
                  index: i3,
                  key: v2,
                  start: s2,
                  size: flat2[i3 * 2 + 1],
                  end: s2 + flat2[i3 * 2 + 1],
                  lane: 0
                };
              }
              return v2;
            }
          }
          if (prop === "length") return count;
        }
        return Reflect.get(target, prop, receiver);
      }
    });
  }

  // ../../../node_modules/@tanstack/virtual-core/dist/esm/utils.js
  function memo2(getDeps, fn, opts) {
    let deps = opts.initialDeps ?? [];
    let result;
    let isInitial = true;
    function memoizedFunction() {
      var _a2;
      const debugEnabled = !!opts.key && !!((_a2 = opts.debug) == null ? void 0 : _a2.call(opts));
      let depTime = 0;
      if (debugEnabled) depTime = Date.now();
      const newDeps = getDeps();
      const depsChanged = newDeps.length !== deps.length || newDeps.some((dep, index) => deps[index] !== dep);
      if (!depsChanged) {
        return result;
      }
      deps = newDeps;
      let resultTime = 0;
      if (debugEnabled) resultTime = Date.now();
      result = fn(...newDeps);
      if (debugEnabled) {
        const depEndTime = Math.round((Date.now() - depTime) * 100) / 100;
        const resultEndTime = Math.round((Date.now() - resultTime) * 100) / 100;
        const resultFpsPercentage = resultEndTime / 16;
        const pad2 = (str, num) => {
          str = String(str);
          while (str.length < num) {
            str = " " + str;
          }
          return str;
        };
        console.info(
          `%c⏱ ${pad2(resultEndTime, 5)} /${pad2(depEndTime, 5)} ms`,
          `
            font-size: .6rem;
            font-weight: bold;
            color: hsl(${Math.max(
            0,
            Math.min(120 - 120 * resultFpsPercentage, 120)
          )}deg 100% 31%);`,
          opts == null ? void 0 : opts.key
        );
      }
      if ((opts == null ? void 0 : opts.onChange) && !(isInitial && opts.skipInitialOnChange)) {
        opts.onChange(result);
      }
      isInitial = false;
      return result;
    }
    memoizedFunction.updateDeps = (newDeps) => {
      deps = newDeps;
    };
    return memoizedFunction;
  }
  function notUndefined(value2, msg) {
    if (value2 === void 0) {
      throw new Error(`Unexpected undefined${msg ? `: ${msg}` : ""}`);
    } else {
      return value2;
    }
  }
  var approxEqual = (a2, b) => Math.abs(a2 - b) < 1.01;
  var debounce = (targetWindow, fn, ms) => {
    let timeoutId;
    return Object.assign(
      function(...args) {
        targetWindow.clearTimeout(timeoutId);
        timeoutId = targetWindow.setTimeout(() => fn.apply(this, args), ms);
      },
      {
        // The handle is closure-local, so a caller that has already
        // unsubscribed has no way to stop a queued call. Teardown paths use
        // this to drop the pending invocation instead of letting it land.
        cancel: () => {
          targetWindow.clearTimeout(timeoutId);
        }
      }
    );
  };

  // ../../../node_modules/@tanstack/virtual-core/dist/esm/scroll-classifier.js
  function classifyScrollEvent({
    offset,
    isScrolling,
    elementMax,
    holdOffset,
    scrollOffset,
    pendingWrite,
    clampedMaxAtWrite
  }) {
    var _a2;
    if (isScrolling && pendingWrite === null && offset === scrollOffset) {
      return "spurious";
    }
    if (pendingWrite !== null && Math.abs(offset - pendingWrite.target) < 1.5) {
      return "readBack";
    }
    if (pendingWrite !== null && !pendingWrite.smooth && elementMax !== null && pendingWrite.target > elementMax + holdOffset + 0.5 && Math.abs(offset - (elementMax + holdOffset)) < 1.5) {
      return "clampedReadBack";
    }
    if (pendingWrite !== null && !pendingWrite.smooth && ((_a2 = pendingWrite.lowMaxes) == null ? void 0 : _a2.some((max) => Math.abs(offset - max) < 1.5))) {
      return "clampedReadBack";
    }
    if (clampedMaxAtWrite !== null && Math.abs(offset - clampedMaxAtWrite) < 1.5) {
      return "clampedEcho";
    }
    return "external";
  }
  var isAnimating = (phase) => phase === "smooth" || phase === "smoothFinishing";
  function externalRetiresCommand({
    kind,
    offset,
    command,
    target
  }) {
    return kind !== "spurious" && kind !== "readBack" && // Our own write, clamped (`clampedReadBack`, #1310): the command is not
    // retired by it, and reconcile retargets below the new max.
    kind !== "clampedReadBack" && (command == null ? void 0 : command.index) != null && // Nothing has been written for a command waiting for the tail; these
    // are the fling's events.
    command.phase !== "queued" && // A non-smooth write lands at once, so any other scroll event is the
    // user's, even before reconcile saw the target reached (the target may
    // keep moving, or iOS ignored the write under a finger). A write the
    // browser clamped because the sizer hasn't grown yet reads back at the
    // max, which is also where the fresh target clamps, so the check below
    // keeps it reconciling (#1294). While a smooth scroll's animation may
    // still report, its events look like a user's, so it yields only once it
    // has landed.
    !isAnimating(command.phase) && !approxEqual(offset, command.lastTargetOffset) && !approxEqual(offset, target()) && // A compensation write's clamped echo (#1258) keeps the command. The
    // order is deliberate, not tidiness: this clause stays after `target()`
    // (and `clampedReadBack` before it) because `target()` can rebuild the
    // measurements, so it must run for exactly the events it always did.
    kind !== "clampedEcho";
  }
  var FLING_WINDOW_MS = 40;
  function flingSpedUp(samples2) {
    const last = samples2[samples2.length - 1];
    if (last === void 0) return false;
    let j2 = samples2.length - 2;
    while (j2 >= 0 && last.t - samples2[j2].t < FLING_WINDOW_MS) j2--;
    if (j2 < 0) return false;
    const mid = samples2[j2];
    let k2 = j2 - 1;
    while (k2 >= 0 && mid.t - samples2[k2].t < FLING_WINDOW_MS) k2--;
    if (k2 < 0) return false;
    const first = samples2[k2];
    const recent = (last.offset - mid.offset) / (last.t - mid.t);
    const before = (mid.offset - first.offset) / (mid.t - first.t);
    return recent * before >= 0 && Math.abs(recent) >= 2 * Math.abs(before) && Math.abs(recent) - Math.abs(before) >= 0.8;
  }
  function flingCaught(samples2) {
    const last = samples2[samples2.length - 1];
    if (last === void 0) return false;
    let j2 = samples2.length - 2;
    while (j2 >= 0 && last.t - samples2[j2].t < FLING_WINDOW_MS) j2--;
    if (j2 < 0) return false;
    const from = samples2[j2];
    return Math.abs(last.offset - from.offset) / (last.t - from.t) >= 0.05;
  }

  // ../../../node_modules/@tanstack/virtual-core/dist/esm/ios-gesture.js
  var _isIOSResult;
  var isIOSWebKit = () => {
    if (_isIOSResult !== void 0) return _isIOSResult;
    if (typeof navigator === "undefined") return _isIOSResult = false;
    if (/iP(hone|od|ad)/.test(navigator.userAgent)) return _isIOSResult = true;
    const mtp = navigator.maxTouchPoints;
    return _isIOSResult = navigator.platform === "MacIntel" && mtp !== void 0 && mtp > 0;
  };
  var _iosMomentumOverridesWritesResult;
  var iosMomentumOverridesWrites = () => {
    if (_iosMomentumOverridesWritesResult !== void 0) {
      return _iosMomentumOverridesWritesResult;
    }
    return _iosMomentumOverridesWritesResult = isIOSWebKit() && typeof CSS !== "undefined" && typeof CSS.supports === "function" && CSS.supports("overflow-anchor: auto");
  };
  var momentumOverridesWrites = () => !isIOSWebKit() || iosMomentumOverridesWrites();
  var touchListenerOptions = {
    capture: true,
    passive: true
  };
  var IosGesture = class {
    constructor(host) {
      this.host = host;
      this._touch = null;
      this.inMotion = () => this._touch !== null && this._touch.phase !== "lateFling";
      this.dragging = () => {
        var _a2;
        return ((_a2 = this._touch) == null ? void 0 : _a2.phase) === "down" && this._touch.moved;
      };
      this.tail = () => {
        var _a2;
        return ((_a2 = this._touch) == null ? void 0 : _a2.phase) === "tail" ? this._touch.moved ? "fling" : "tap" : null;
      };
      this.onScroll = ({
        isScrolling,
        ownReadBack,
        moved,
        external
      }) => {
        var _a2, _b2, _c;
        if (isScrolling && ((_a2 = this._touch) == null ? void 0 : _a2.phase) === "tail") {
          this._openTail(this._touch.moved || !ownReadBack, false);
        } else if (((_b2 = this._touch) == null ? void 0 : _b2.phase) === "lateFling") {
          if (this.host.now() > this._touch.until) {
            this._touch = null;
          } else if (external && isScrolling && moved) {
            this._openTail(true, false);
          }
        }
        if (!ownReadBack && isScrolling && moved && ((_c = this._touch) == null ? void 0 : _c.phase) === "down") {
          this._touch.moved = true;
          return true;
        }
        return false;
      };
      this.touchStart = () => {
        this.end();
        this._touch = { phase: "down", moved: false };
      };
      this.touchEnd = () => {
        var _a2;
        const moved = ((_a2 = this._touch) == null ? void 0 : _a2.phase) === "down" && this._touch.moved;
        this.end();
        this._openTail(moved, moved);
      };
      this.end = () => {
        var _a2;
        const win = this.host.getWindow();
        if (((_a2 = this._touch) == null ? void 0 : _a2.phase) === "tail" && win != null) {
          win.clearTimeout(this._touch.timerId);
        }
        this._touch = null;
      };
      this.listen = (target) => {
        const onTouchStart = () => this.touchStart();
        const onTouchEnd = () => this.touchEnd();
        target.addEventListener("touchstart", onTouchStart, touchListenerOptions);
        target.addEventListener("touchend", onTouchEnd, touchListenerOptions);
        target.addEventListener("touchcancel", onTouchEnd, touchListenerOptions);
        return () => {
          target.removeEventListener(
            "touchstart",
            onTouchStart,
            touchListenerOptions
          );
          target.removeEventListener("touchend", onTouchEnd, touchListenerOptions);
          target.removeEventListener(
            "touchcancel",
            onTouchEnd,
            touchListenerOptions
          );
          this.end();
        };
      };
      this._openTail = (moved, awaitingFling) => {
        const win = this.host.getWindow();
        if (win == null) return;
        this.end();
        const tail = {
          phase: "tail",
          moved,
          awaitingFling,
          // Only fires while this tail is current: `end` clears it otherwise.
          timerId: win.setTimeout(() => {
            if (this.host.tailStillMoving()) {
              this._openTail(tail.moved, tail.awaitingFling);
              return;
            }
            this._touch = tail.awaitingFling ? { phase: "lateFling", until: this.host.now() + 1e3 } : null;
            this.host.onTailClosed();
          }, 150)
        };
        this._touch = tail;
      };
    }
    get touch() {
      return this._touch;
    }
  };

  // ../../../node_modules/@tanstack/virtual-core/dist/esm/index.js
  var getRect = (element) => {
    const { clientWidth, clientHeight } = element;
    return { width: clientWidth, height: clientHeight };
  };
  var createFrameQueue = (targetWindow) => {
    const ids = /* @__PURE__ */ new Set();
    return {
      schedule: (fn) => {
        const id = targetWindow.requestAnimationFrame(() => {
          ids.delete(id);
          fn();
        });
        ids.add(id);
      },
      cancel: () => {
        ids.forEach((id) => targetWindow.cancelAnimationFrame(id));
        ids.clear();
      }
    };
  };
  var defaultKeyExtractor = (index) => index;
  var defaultRangeExtractor = (range3) => {
    const overscan = range3.overscan * Math.max(range3.lanes ?? 1, 1);
    const start2 = Math.max(range3.startIndex - overscan, 0);
    const end = Math.min(range3.endIndex + overscan, range3.count - 1);
    const len = end - start2 + 1;
    const arr = new Array(len);
    for (let i3 = 0; i3 < len; i3++) {
      arr[i3] = start2 + i3;
    }
    return arr;
  };
  var observeElementRect = (instance, cb) => {
    const element = instance.scrollElement;
    if (!element) {
      return;
    }
    const targetWindow = instance.targetWindow;
    if (!targetWindow) {
      return;
    }
    const handler = (rect) => {
      const { width, height } = rect;
      cb({ width: Math.round(width), height: Math.round(height) });
    };
    handler(getRect(element));
    if (!targetWindow.ResizeObserver) {
      return () => {
      };
    }
    const frames = createFrameQueue(targetWindow);
    const observer = new targetWindow.ResizeObserver(() => {
      const run = () => {
        handler(getRect(element));
      };
      instance.options.useAnimationFrameWithResizeObserver ? frames.schedule(run) : run();
    });
    observer.observe(element, { box: "content-box" });
    return () => {
      observer.unobserve(element);
      frames.cancel();
    };
  };
  var addEventListenerOptions = {
    passive: true
  };
  var supportsScrollend = typeof window == "undefined" ? true : "onscrollend" in window;
  var observeOffset = (instance, cb, readOffset) => {
    const element = instance.scrollElement;
    if (!element) {
      return;
    }
    const targetWindow = instance.targetWindow;
    if (!targetWindow) {
      return;
    }
    const registerScrollendEvent = instance.options.useScrollendEvent && supportsScrollend;
    let offset = 0;
    const fallback = registerScrollendEvent ? null : debounce(
      targetWindow,
      () => cb(readOffset(element), false),
      instance.options.isScrollingResetDelay
    );
    const createHandler = (isScrolling) => () => {
      offset = readOffset(element);
      fallback == null ? void 0 : fallback();
      cb(offset, isScrolling);
    };
    const handler = createHandler(true);
    const endHandler = createHandler(false);
    element.addEventListener("scroll", handler, addEventListenerOptions);
    if (registerScrollendEvent) {
      element.addEventListener("scrollend", endHandler, addEventListenerOptions);
    }
    return () => {
      element.removeEventListener("scroll", handler);
      if (registerScrollendEvent) {
        element.removeEventListener("scrollend", endHandler);
      }
      fallback == null ? void 0 : fallback.cancel();
    };
  };
  var observeElementOffset = (instance, cb) => observeOffset(instance, cb, (el) => {
    const { horizontal, isRtl } = instance.options;
    return horizontal ? el.scrollLeft * (isRtl && -1 || 1) : el.scrollTop;
  });
  var measureElement = (element, entry2, instance) => {
    if (instance.options.useCachedMeasurements) {
      const index = instance.indexFromElement(element);
      const key = instance.options.getItemKey(index);
      return instance.itemSizeCache.get(key) ?? instance.options.estimateSize(index);
    }
    if (entry2 == null ? void 0 : entry2.borderBoxSize) {
      const box2 = entry2.borderBoxSize[0];
      if (box2) {
        const size = Math.round(
          box2[instance.options.horizontal ? "inlineSize" : "blockSize"]
        );
        return size;
      }
    }
    if (!entry2) {
      const index = instance.indexFromElement(element);
      const key = instance.options.getItemKey(index);
      const cachedSize = instance.itemSizeCache.get(key);
      if (cachedSize !== void 0) {
        return cachedSize;
      }
    }
    return element[instance.options.horizontal ? "offsetWidth" : "offsetHeight"];
  };
  var scrollWithAdjustments = (offset, {
    adjustments = 0,
    behavior
  }, instance) => {
    var _a2;
    const { scrollElement, options } = instance;
    const adjustedOffset = offset + adjustments;
    const isRtlElement = options.horizontal && options.isRtl && scrollElement !== null && "ownerDocument" in scrollElement;
    (_a2 = scrollElement == null ? void 0 : scrollElement.scrollTo) == null ? void 0 : _a2.call(scrollElement, {
      [options.horizontal ? "left" : "top"]: isRtlElement ? -adjustedOffset : adjustedOffset,
      behavior
    });
  };
  var elementScroll = scrollWithAdjustments;
  var initialScrollPhase = (behavior, atTarget) => behavior === "smooth" ? atTarget ? "smoothLanded" : "smooth" : "instant";
  var isSmoothScroll = (state) => (state == null ? void 0 : state.phase) === "smooth" || (state == null ? void 0 : state.phase) === "smoothLanded";
  function isAppendWithTrim(prevCount, nextCount, getPreviousKey, getNextKey) {
    if (nextCount === 0) return false;
    const firstKey = getNextKey(0);
    const removedKeys = /* @__PURE__ */ new Set();
    let removedCount = 0;
    while (removedCount < prevCount) {
      const key = getPreviousKey(removedCount);
      if (key === firstKey) break;
      removedKeys.add(key);
      removedCount++;
    }
    const retainedCount = prevCount - removedCount;
    if (retainedCount === 0 || retainedCount >= nextCount) return false;
    for (let i3 = 0; i3 < retainedCount; i3++) {
      if (getNextKey(i3) !== getPreviousKey(removedCount + i3)) return false;
    }
    for (let i3 = retainedCount; i3 < nextCount; i3++) {
      if (removedKeys.has(getNextKey(i3))) return false;
    }
    return true;
  }
  var Virtualizer = class {
    constructor(opts) {
      this.unsubs = [];
      this.scrollElement = null;
      this.targetWindow = null;
      this.isScrolling = false;
      this.scrollState = null;
      this.measurementsCache = [];
      this._singleLaneMeasurements = null;
      this.itemSizeCache = /* @__PURE__ */ new Map();
      this.itemSizeCacheVersion = 0;
      this.laneAssignments = /* @__PURE__ */ new Map();
      this.pendingMin = null;
      this.prevLanes = void 0;
      this.lanesChangedFlag = false;
      this.lanesSettling = false;
      this.pendingScrollAnchor = null;
      this.scrollRect = null;
      this.scrollOffset = null;
      this.scrollDirection = null;
      this._holdOffset = 0;
      this._reportedOverscroll = false;
      this._iosGesture = new IosGesture({
        getWindow: () => this.targetWindow,
        now: () => this.now(),
        // The end of a fling can move less than a pixel per scroll event, so
        // events can stop for 150ms while the fling is still running (seen on
        // an iPhone, 27.0.1). A command waiting for it would then be written
        // into the fling and overridden. The element having moved since the
        // last event means it has not ended: wait again. Not while our own
        // write has yet to report: that moved it.
        tailStillMoving: () => {
          const state = this.scrollState;
          if ((state == null ? void 0 : state.phase) !== "queued" || this.pendingWrite !== null) {
            return false;
          }
          const now = this._readElementOffset();
          if (now === null || this._lastElementOffset === null || Math.abs(now - this._lastElementOffset) < 1) {
            return false;
          }
          this._lastElementOffset = now;
          state.samples = [...state.samples ?? [], { t: this.now(), offset: now }];
          return true;
        },
        onTailClosed: () => {
          const state = this.scrollState;
          if ((state == null ? void 0 : state.phase) === "queued" && flingCaught(state.samples ?? [])) {
            this.scrollState = null;
          }
          this._flushHoldIfReady(true);
          this._writeAwaitingCommand();
          this._retryClampedAdjustment();
        }
      });
      this._lastElementOffset = null;
      this.pendingWrite = null;
      this._clampedAdjustment = null;
      this.elementsCache = /* @__PURE__ */ new Map();
      this._resizeBatch = null;
      this.now = () => {
        var _a2, _b2, _c;
        return ((_c = (_b2 = (_a2 = this.targetWindow) == null ? void 0 : _a2.performance) == null ? void 0 : _b2.now) == null ? void 0 : _c.call(_b2)) ?? Date.now();
      };
      this.observer = /* @__PURE__ */ (() => {
        let _ro = null;
        let _frames = null;
        let delivering = false;
        let observeQueued = false;
        const pendingObservations = /* @__PURE__ */ new Set();
        const get = () => {
          if (_ro) {
            return _ro;
          }
          const targetWindow = this.targetWindow;
          if (!targetWindow || !targetWindow.ResizeObserver) {
            return null;
          }
          const frames = _frames = createFrameQueue(targetWindow);
          return _ro = new targetWindow.ResizeObserver((entries) => {
            const run = () => {
              const batch2 = { sync: false };
              this._resizeBatch = batch2;
              try {
                entries.forEach(measureEntry);
              } finally {
                this._resizeBatch = null;
                if (batch2.notify) {
                  this.notify(batch2.sync);
                  this._noteClampMax();
                  this._flushHoldIfReady(true);
                  this._retryClampedAdjustment();
                  this.measureElement(null);
                }
              }
            };
            if (this.options.useAnimationFrameWithResizeObserver) {
              frames.schedule(run);
            } else {
              delivering = true;
              try {
                run();
              } finally {
                delivering = false;
              }
            }
          });
        };
        const measureEntry = (entry2) => {
          const node = entry2.target;
          const index = this.indexFromElement(node);
          if (!node.isConnected) {
            this.observer.unobserve(node);
            for (const [cacheKey, cachedNode] of this.elementsCache) {
              if (cachedNode === node) {
                this.elementsCache.delete(cacheKey);
                break;
              }
            }
            return;
          }
          if (!this.isIndexInRange(index)) return;
          if (this.shouldMeasureDuringScroll(index)) {
            this.resizeItem(index, this.options.measureElement(node, entry2, this));
          }
        };
        return {
          disconnect: () => {
            var _a2;
            (_a2 = get()) == null ? void 0 : _a2.disconnect();
            _frames == null ? void 0 : _frames.cancel();
            pendingObservations.clear();
            observeQueued = false;
            _ro = null;
            _frames = null;
          },
          observe: (target) => {
            const observer = get();
            if (!observer) return;
            if (!delivering) {
              observer.observe(target, { box: "border-box" });
              return;
            }
            pendingObservations.add(target);
            if (!observeQueued) {
              observeQueued = true;
              _frames == null ? void 0 : _frames.schedule(() => {
                observeQueued = false;
                pendingObservations.forEach((node) => {
                  if (node.isConnected) _ro == null ? void 0 : _ro.observe(node, { box: "border-box" });
                });
                pendingObservations.clear();
              });
            }
          },
          unobserve: (target) => {
            var _a2;
            pendingObservations.delete(target);
            (_a2 = get()) == null ? void 0 : _a2.unobserve(target);
          }
        };
      })();
      this.range = null;
      this.setOptions = (opts2) => {
        var _a2;
        const merged = {
          debug: false,
          initialOffset: 0,
          overscan: 1,
          paddingStart: 0,
          paddingEnd: 0,
          scrollPaddingStart: 0,
          scrollPaddingEnd: 0,
          horizontal: false,
          getItemKey: defaultKeyExtractor,
          rangeExtractor: defaultRangeExtractor,
          onChange: () => {
          },
          measureElement,
          initialRect: { width: 0, height: 0 },
          scrollMargin: 0,
          gap: 0,
          indexAttribute: "data-index",
          initialMeasurementsCache: [],
          lanes: 1,
          anchorTo: "start",
          followOnAppend: false,
          scrollEndThreshold: 1,
          isScrollingResetDelay: 150,
          enabled: true,
          isRtl: false,
          useScrollendEvent: false,
          useAnimationFrameWithResizeObserver: false,
          laneAssignmentMode: "estimate",
          useCachedMeasurements: false
        };
        for (const key in opts2) {
          const v2 = opts2[key];
          if (v2 !== void 0) merged[key] = v2;
        }
        const prevOptions = this.options;
        let anchor = null;
        let followOnAppend = null;
        let edgeKeysChanged = false;
        if (prevOptions !== void 0 && prevOptions.enabled && merged.enabled && merged.anchorTo === "end" && this.scrollElement !== null) {
          const prevCount = prevOptions.count;
          const nextCount = merged.count;
          const measurements = this.getMeasurements();
          const previousItems = ((_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.items) ?? measurements;
          const getPreviousKey = (index) => getMeasurementKey(previousItems[index]);
          const prevFirstKey = prevCount > 0 ? getPreviousKey(0) : null;
          const prevLastKey = prevCount > 0 ? getPreviousKey(prevCount - 1) : null;
          const didCountChange = nextCount !== prevCount;
          const didEdgeKeysChange = didCountChange || prevCount > 0 && nextCount > 0 && (merged.getItemKey(0) !== prevFirstKey || merged.getItemKey(nextCount - 1) !== prevLastKey);
          if (didEdgeKeysChange) {
            edgeKeysChanged = true;
            const item = prevCount > 0 ? this.getVirtualItemForOffset(this.getScrollOffset()) ?? measurements[0] : null;
            if (item) {
              anchor = [item.key, this.getScrollOffset() - item.start];
            }
            const behavior = merged.followOnAppend === true ? "auto" : merged.followOnAppend || null;
            if (behavior && nextCount > 0 && this.isAtEnd(prevOptions.scrollEndThreshold) && (prevCount === 0 || merged.getItemKey(nextCount - 1) !== prevLastKey)) {
              if (nextCount > prevCount || isAppendWithTrim(
                prevCount,
                nextCount,
                getPreviousKey,
                merged.getItemKey
              )) {
                followOnAppend = behavior;
              }
            }
          }
        }
        this.options = merged;
        if (edgeKeysChanged) {
          this.pendingMin = 0;
          this.itemSizeCacheVersion++;
        }
        let anchorDelta = null;
        if (anchor && this.scrollOffset !== null && !this._awaitingCommandReadBack()) {
          const [anchorKey, anchorOffset] = anchor;
          const newMeasurements = this.getMeasurements();
          const { count, getItemKey } = this.options;
          let idx = 0;
          while (idx < count && getItemKey(idx) !== anchorKey) {
            idx++;
          }
          if (idx < count) {
            const anchorItem = newMeasurements[idx];
            if (anchorItem) {
              const newOffset = Math.max(0, anchorItem.start + anchorOffset);
              if (!followOnAppend && newOffset !== this.scrollOffset) {
                anchorDelta = newOffset - this.scrollOffset;
                this.scrollOffset = newOffset;
              }
            }
          }
        }
        if (followOnAppend) {
          this.pendingScrollAnchor = { kind: "follow", behavior: followOnAppend };
        } else if (anchorDelta !== null) {
          if (this._canWriteScroll()) {
            this.pendingScrollAnchor = { kind: "anchor", delta: anchorDelta };
          } else {
            this._holdOffset += anchorDelta;
            this._followOffsetTarget(anchorDelta);
          }
        }
      };
      this.notify = (sync) => {
        var _a2, _b2;
        (_b2 = (_a2 = this.options).onChange) == null ? void 0 : _b2.call(_a2, this, sync);
      };
      this.maybeNotify = memo2(
        () => {
          this.calculateRange();
          return [
            this.isScrolling,
            this.range ? this.range.startIndex : null,
            this.range ? this.range.endIndex : null
          ];
        },
        (isScrolling) => {
          this.notify(isScrolling);
        },
        {
          key: "maybeNotify",
          debug: () => this.options.debug,
          initialDeps: [
            this.isScrolling,
            this.range ? this.range.startIndex : null,
            this.range ? this.range.endIndex : null
          ]
        }
      );
      this.cleanup = () => {
        var _a2;
        this.unsubs.filter(Boolean).forEach((d2) => d2());
        this.unsubs = [];
        this.observer.disconnect();
        if (this.rafId != null && this.targetWindow) {
          this.targetWindow.cancelAnimationFrame(this.rafId);
          this.rafId = null;
        }
        this.scrollState = null;
        (_a2 = this._momentumStop) == null ? void 0 : _a2.restore();
        this._momentumStop = null;
        this.isScrolling = false;
        this.scrollDirection = null;
        this._holdOffset = 0;
        this._reportedOverscroll = false;
        this._clampedAdjustment = null;
        this.pendingWrite = null;
        this.scrollElement = null;
        this.targetWindow = null;
      };
      this._didMount = () => {
        return () => {
          this.cleanup();
        };
      };
      this._willUpdate = () => {
        var _a2;
        const scrollElement = this.options.enabled ? this.options.getScrollElement() : null;
        if (this.scrollElement !== scrollElement) {
          this.cleanup();
          if (!scrollElement) {
            this.maybeNotify();
            return;
          }
          this.scrollElement = scrollElement;
          if (this.scrollElement && "ownerDocument" in this.scrollElement) {
            this.targetWindow = this.scrollElement.ownerDocument.defaultView;
          } else {
            this.targetWindow = ((_a2 = this.scrollElement) == null ? void 0 : _a2.window) ?? null;
          }
          this.elementsCache.forEach((cached) => {
            this.observer.observe(cached);
          });
          this.unsubs.push(
            this.options.observeElementRect(this, (rect) => {
              this.scrollRect = rect;
              this.maybeNotify();
            })
          );
          this.unsubs.push(
            this.options.observeElementOffset(this, (offset, isScrolling) => {
              var _a22, _b2, _c, _d;
              const elementMax = isScrolling ? this._elementMaxScrollOffset() : null;
              const wasOverscrolled = this._reportedOverscroll;
              this._reportedOverscroll = offset < 0 || elementMax !== null && offset > elementMax + 1;
              const elementOffset = offset;
              this._lastElementOffset = elementOffset;
              offset = this._toLayoutOffset(offset);
              const kind = this._classifyScrollEvent(
                offset,
                isScrolling,
                elementMax
              );
              if (kind === "spurious") return;
              if (kind === "readBack") {
                offset = this.pendingWrite.target;
              } else if (kind === "clampedReadBack" && ((_a22 = this.scrollState) == null ? void 0 : _a22.index) != null && // Not `elementMax`: an adapter can report the read-back at rest.
              offset < this.getMaxScrollOffset() - 1.5) {
                this.scrollState.lastTargetOffset = offset;
              } else if (externalRetiresCommand({
                kind,
                offset,
                command: this.scrollState,
                target: () => this.getScrollStateTarget(this.scrollState)
              })) {
                this.scrollState = null;
              }
              this.pendingWrite = null;
              if (this._clampedAdjustment !== null && Math.abs(offset - this._clampedAdjustment.maxAtWrite) >= 1.5) {
                this._clampedAdjustment = null;
              }
              const prevOffset = this.getScrollOffset();
              const prevDirection = this.scrollDirection;
              this.scrollDirection = isScrolling ? prevOffset === offset ? this.scrollDirection : prevOffset < offset ? "forward" : "backward" : null;
              this.scrollOffset = offset;
              this.isScrolling = isScrolling;
              const queued = this.scrollState;
              if ((queued == null ? void 0 : queued.phase) === "queued" && kind === "external" && isScrolling) {
                if (wasOverscrolled || this._reportedOverscroll) {
                  queued.samples = [];
                } else {
                  const t4 = this.now();
                  queued.samples = [
                    ...(queued.samples ?? []).filter(
                      (sample) => t4 - sample.t <= 200
                    ),
                    { t: t4, offset: elementOffset }
                  ];
                  if (prevDirection !== null && this.scrollDirection !== prevDirection || flingSpedUp(queued.samples)) {
                    this.scrollState = null;
                  }
                }
              }
              if (this._iosGesture.onScroll({
                isScrolling,
                ownReadBack: kind === "readBack",
                moved: offset !== prevOffset,
                // Neither our write's read-back nor a frame of our smooth
                // animation: the user or a fling moved it.
                external: kind === "external" && ((_b2 = this.scrollState) == null ? void 0 : _b2.phase) !== "smooth" && ((_c = this.scrollState) == null ? void 0 : _c.phase) !== "smoothFinishing"
              }) && // The user scrolls: a command still waiting for the tail is
              // theirs to override, like a written one would be.
              ((_d = this.scrollState) == null ? void 0 : _d.phase) === "queued") {
                this.scrollState = null;
              }
              this._flushHoldIfReady(true);
              if (this.scrollState) {
                this.scheduleScrollReconcile();
              }
              this.maybeNotify();
            })
          );
          if ("addEventListener" in this.scrollElement) {
            this.unsubs.push(
              this._iosGesture.listen(this.scrollElement)
            );
          }
          this._scrollToOffset(this.getScrollOffset());
        }
        this._noteClampMax();
        const anchor = this.pendingScrollAnchor;
        this.pendingScrollAnchor = null;
        if (anchor && this.scrollElement && this.options.enabled) {
          if (anchor.kind === "anchor") {
            if (!this._canWriteScroll()) {
              this._holdOffset += anchor.delta;
              this._followOffsetTarget(anchor.delta);
              this.notify(false);
            } else if (isSmoothScroll(this.scrollState) && !approxEqual(
              this.getScrollOffset() - anchor.delta,
              this.scrollState.lastTargetOffset
            )) ;
            else {
              this._followOffsetTarget(anchor.delta);
              this._scrollToOffset(this.getScrollOffset());
            }
          } else {
            this.scrollToEnd({ behavior: anchor.behavior });
          }
        }
        this._flushHoldIfReady(false);
        this._retryClampedAdjustment();
      };
      this._classifyScrollEvent = (offset, isScrolling, elementMax) => {
        var _a2;
        return classifyScrollEvent({
          offset,
          isScrolling,
          elementMax,
          holdOffset: this._holdOffset,
          scrollOffset: this.scrollOffset,
          pendingWrite: this.pendingWrite,
          clampedMaxAtWrite: ((_a2 = this._clampedAdjustment) == null ? void 0 : _a2.maxAtWrite) ?? null
        });
      };
      this._retryClampedAdjustment = () => {
        if (this._clampedAdjustment === null || !this.scrollElement || !this.options.enabled || !this._canWriteScroll()) {
          return;
        }
        const { target, maxAtWrite } = this._clampedAdjustment;
        const max = this.getMaxScrollOffset();
        if (max > maxAtWrite + 0.5) {
          this._clampedAdjustment = target > max + 0.5 ? { target, maxAtWrite: max } : null;
          this._scrollToOffset(target);
        }
      };
      this._writeAwaitingCommand = () => {
        const state = this.scrollState;
        if (state === null || state.phase !== "queued") return;
        const { behavior } = state;
        this.getMeasurements();
        const offset = this.getScrollStateTarget(state);
        state.lastTargetOffset = offset;
        this._clampedAdjustment = null;
        state.phase = initialScrollPhase(
          behavior,
          state.index != null && approxEqual(offset, this.getScrollOffset())
        );
        this._scrollToOffset(offset, { behavior });
        this.scheduleScrollReconcile();
      };
      this._readElementOffset = () => {
        const el = this.scrollElement;
        if (el == null) return null;
        const { horizontal, isRtl } = this.options;
        if (typeof el.scrollTop === "number") {
          return horizontal ? el.scrollLeft * (isRtl && -1 || 1) : el.scrollTop;
        }
        if (typeof el.scrollY === "number") {
          return horizontal ? el.scrollX : el.scrollY;
        }
        return null;
      };
      this._canWriteScroll = () => !(isIOSWebKit() && this._iosGesture.inMotion()) && !this._reportedOverscroll;
      this._flushHoldIfReady = (sync) => {
        var _a2;
        if (this._holdOffset === 0) return;
        if (!this.scrollElement || !this.options.enabled) return;
        if (!this._canWriteScroll()) return;
        if (((_a2 = this.scrollState) == null ? void 0 : _a2.phase) === "smooth") return;
        this._holdOffset = 0;
        if (this.scrollOffset !== null && this.scrollOffset < 0) {
          this.scrollOffset = 0;
        }
        this.notify(sync);
        const target = this.getCommandWrittenOffset() ?? this.getScrollOffset();
        this._clampedAdjustment = this._clampedBy(target);
        this._scrollToOffset(target);
      };
      this.rafId = null;
      this.getSize = () => {
        if (!this.options.enabled) {
          this.scrollRect = null;
          return 0;
        }
        this.scrollRect = this.scrollRect ?? this.options.initialRect;
        return this.scrollRect[this.options.horizontal ? "width" : "height"];
      };
      this.getScrollOffset = () => {
        if (!this.options.enabled) {
          this.scrollOffset = null;
          return 0;
        }
        this.scrollOffset = this.scrollOffset ?? (typeof this.options.initialOffset === "function" ? this.options.initialOffset() : this.options.initialOffset);
        return this.scrollOffset;
      };
      this.getMeasurementOptions = memo2(
        () => [
          this.options.count,
          this.options.paddingStart,
          this.options.scrollMargin,
          this.options.getItemKey,
          this.options.enabled,
          this.options.lanes,
          this.options.laneAssignmentMode,
          this.options.gap
        ],
        (count, paddingStart, scrollMargin, getItemKey, enabled, lanes, laneAssignmentMode, gap) => {
          const lanesChanged = this.prevLanes !== void 0 && this.prevLanes !== lanes;
          if (lanesChanged) {
            this.lanesChangedFlag = true;
          }
          this.prevLanes = lanes;
          this.pendingMin = null;
          return {
            count,
            paddingStart,
            scrollMargin,
            getItemKey,
            enabled,
            lanes,
            laneAssignmentMode,
            gap
          };
        },
        {
          key: false
        }
      );
      this.isIndexInRange = (index) => index >= 0 && index < this.options.count;
      this.getMeasurements = memo2(
        () => [this.getMeasurementOptions(), this.itemSizeCacheVersion],
        ({
          count,
          paddingStart,
          scrollMargin,
          getItemKey,
          enabled,
          lanes,
          laneAssignmentMode,
          gap
        }, _itemSizeCacheVersion) => {
          var _a2;
          const itemSizeCache = this.itemSizeCache;
          if (!enabled) {
            this.measurementsCache = [];
            this._singleLaneMeasurements = null;
            this.itemSizeCache.clear();
            this.laneAssignments.clear();
            return [];
          }
          if (this.laneAssignments.size > count) {
            for (const index of this.laneAssignments.keys()) {
              if (index >= count) {
                this.laneAssignments.delete(index);
              }
            }
          }
          if (this.lanesChangedFlag) {
            this.lanesChangedFlag = false;
            this.lanesSettling = true;
            this.measurementsCache = [];
            this._singleLaneMeasurements = null;
            this.itemSizeCache.clear();
            this.laneAssignments.clear();
            this.pendingMin = null;
          }
          if (this.measurementsCache.length === 0 && !this.lanesSettling) {
            this.measurementsCache = this.options.initialMeasurementsCache;
            this.measurementsCache.forEach((item) => {
              this.itemSizeCache.set(item.key, item.size);
            });
          }
          const min = this.lanesSettling ? 0 : this.pendingMin ?? 0;
          this.pendingMin = null;
          if (this.lanesSettling && this.measurementsCache.length === count) {
            this.lanesSettling = false;
          }
          if (lanes === 1) {
            const need = count * 2;
            let flat2 = (_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.flat;
            if (!flat2 || flat2.length < need) {
              const next = new Float64Array(need);
              if (flat2 && min > 0) next.set(flat2.subarray(0, min * 2));
              flat2 = next;
            }
            const items = min === 0 ? new Array(count) : this._singleLaneMeasurements.items.slice();
            let runningStart;
            if (min === 0) {
              runningStart = paddingStart + scrollMargin;
            } else {
              const prevIdx = min - 1;
              runningStart = flat2[prevIdx * 2] + flat2[prevIdx * 2 + 1] + gap;
            }
            for (let i3 = min; i3 < count; i3++) {
              const key = getItemKey(i3);
              items[i3] = key;
              const measuredSize = itemSizeCache.get(key);
              const size = typeof measuredSize === "number" ? measuredSize : this.options.estimateSize(i3);
              flat2[i3 * 2] = runningStart;
              flat2[i3 * 2 + 1] = size;
              runningStart += size + gap;
            }
            this._singleLaneMeasurements = { flat: flat2, items };
            const view = createLazyMeasurementsView(items, flat2);
            this.measurementsCache = view;
            return view;
          }
          const measurements = this.measurementsCache.slice(0, min);
          const laneLastIndex = new Array(lanes).fill(
            void 0
          );
          const laneEnds = new Float64Array(lanes);
          let filledLanes = 0;
          for (let m2 = 0; m2 < min; m2++) {
            const item = measurements[m2];
            if (item) {
              if (laneLastIndex[item.lane] === void 0) filledLanes++;
              laneLastIndex[item.lane] = m2;
              laneEnds[item.lane] = item.end;
            }
          }
          for (let i3 = min; i3 < count; i3++) {
            const key = getItemKey(i3);
            const cachedLane = this.laneAssignments.get(i3);
            let lane;
            let start2;
            const shouldCacheLane = laneAssignmentMode === "estimate" || itemSizeCache.has(key);
            if (cachedLane !== void 0 && this.options.lanes > 1) {
              lane = cachedLane;
              const prevIndex = laneLastIndex[lane];
              const prevInLane = prevIndex !== void 0 ? measurements[prevIndex] : void 0;
              start2 = prevInLane ? prevInLane.end + gap : paddingStart + scrollMargin;
            } else if (filledLanes === lanes) {
              let bestLane = 0;
              let bestEnd = laneEnds[0];
              let bestIdx = laneLastIndex[0];
              for (let l2 = 1; l2 < lanes; l2++) {
                const e3 = laneEnds[l2];
                if (e3 < bestEnd || e3 === bestEnd && laneLastIndex[l2] < bestIdx) {
                  bestLane = l2;
                  bestEnd = e3;
                  bestIdx = laneLastIndex[l2];
                }
              }
              lane = bestLane;
              start2 = bestEnd + gap;
              if (shouldCacheLane) {
                this.laneAssignments.set(i3, lane);
              }
            } else {
              lane = i3 % this.options.lanes;
              start2 = paddingStart + scrollMargin;
              if (shouldCacheLane) {
                this.laneAssignments.set(i3, lane);
              }
            }
            const measuredSize = itemSizeCache.get(key);
            const size = typeof measuredSize === "number" ? measuredSize : this.options.estimateSize(i3);
            const end = start2 + size;
            measurements[i3] = {
              index: i3,
              start: start2,
              size,
              end,
              key,
              lane
            };
            if (laneLastIndex[lane] === void 0) filledLanes++;
            laneLastIndex[lane] = i3;
            laneEnds[lane] = end;
          }
          this.measurementsCache = measurements;
          return measurements;
        },
        {
          key: "getMeasurements",
          debug: () => this.options.debug
        }
      );
      this.calculateRange = memo2(
        () => [
          this.getMeasurements(),
          this.getSize(),
          this.getScrollOffset(),
          this.options.lanes,
          // scrollOffset is measured in the scroll element and the layout total
          // from the list start, so the list ends scrollMargin further down.
          this._getLayoutTotalSize() + this.options.scrollMargin
        ],
        (measurements, outerSize, scrollOffset, lanes, listEnd) => {
          if (measurements.length === 0 || outerSize === 0) {
            this.range = null;
            return null;
          }
          const maxScrollOffset = Math.max(listEnd - outerSize, 0);
          this.range = calculateRangeImpl(
            measurements,
            outerSize,
            Math.min(scrollOffset, maxScrollOffset),
            lanes,
            // Pass the typed array so binary search + forward-walk can read
            // start/end directly from Float64Array, skipping the Proxy traps.
            lanes === 1 && this._singleLaneMeasurements !== null ? this._singleLaneMeasurements.flat : null
          );
          return this.range;
        },
        {
          key: "calculateRange",
          debug: () => this.options.debug
        }
      );
      this.getVirtualIndexes = memo2(
        () => {
          let startIndex = null;
          let endIndex = null;
          const range3 = this.calculateRange();
          if (range3) {
            startIndex = range3.startIndex;
            endIndex = range3.endIndex;
          }
          this.maybeNotify.updateDeps([this.isScrolling, startIndex, endIndex]);
          return [
            this.options.rangeExtractor,
            this.options.overscan,
            this.options.count,
            startIndex,
            endIndex,
            this.options.lanes
          ];
        },
        (rangeExtractor, overscan, count, startIndex, endIndex, lanes) => {
          return startIndex === null || endIndex === null ? [] : rangeExtractor({
            startIndex,
            endIndex,
            overscan,
            count,
            lanes
          });
        },
        {
          key: "getVirtualIndexes",
          debug: () => this.options.debug
        }
      );
      this.indexFromElement = (node) => {
        const attributeName = this.options.indexAttribute;
        const indexStr = node.getAttribute(attributeName);
        if (!indexStr) {
          console.warn(
            `Missing attribute name '${attributeName}={index}' on measured element.`
          );
          return -1;
        }
        return parseInt(indexStr, 10);
      };
      this.shouldMeasureDuringScroll = (index) => {
        var _a2;
        if (!isSmoothScroll(this.scrollState)) {
          return true;
        }
        const scrollIndex = this.scrollState.index ?? ((_a2 = this.getVirtualItemForOffset(this.scrollState.lastTargetOffset)) == null ? void 0 : _a2.index);
        if (scrollIndex !== void 0 && this.range) {
          const bufferSize = Math.max(
            this.options.overscan,
            Math.ceil((this.range.endIndex - this.range.startIndex) / 2)
          );
          const minIndex = Math.max(0, scrollIndex - bufferSize);
          const maxIndex = Math.min(
            this.options.count - 1,
            scrollIndex + bufferSize
          );
          return index >= minIndex && index <= maxIndex;
        }
        return true;
      };
      this.measureElement = (node) => {
        if (!node) {
          this.elementsCache.forEach((cached, key2) => {
            if (!cached.isConnected) {
              this.observer.unobserve(cached);
              this.elementsCache.delete(key2);
            }
          });
          return;
        }
        const index = this.indexFromElement(node);
        if (!this.isIndexInRange(index)) return;
        const key = this.options.getItemKey(index);
        const prevNode = this.elementsCache.get(key);
        if (prevNode !== node) {
          if (prevNode) {
            this.observer.unobserve(prevNode);
          }
          this.observer.observe(node);
          this.elementsCache.set(key, node);
        }
        if (node.isConnected && (!this.isScrolling || this.scrollState) && this.shouldMeasureDuringScroll(index)) {
          this.resizeItem(index, this.options.measureElement(node, void 0, this));
        }
      };
      this.resizeItem = (index, size) => {
        var _a2, _b2, _c;
        if (!this.isIndexInRange(index)) return;
        if ((_a2 = this._resizeBatch) == null ? void 0 : _a2.sync) this.getMeasurements();
        let cachedSize;
        let itemStart;
        let key;
        const flat2 = (_b2 = this._singleLaneMeasurements) == null ? void 0 : _b2.flat;
        if (this.options.lanes === 1 && flat2 != null) {
          key = this.options.getItemKey(index);
          itemStart = flat2[index * 2];
          cachedSize = flat2[index * 2 + 1];
        } else {
          const item = this.measurementsCache[index];
          if (!item) return;
          key = item.key;
          itemStart = item.start;
          cachedSize = item.size;
        }
        const itemSize = this.itemSizeCache.get(key) ?? cachedSize;
        const delta = size - itemSize;
        if (delta !== 0) {
          const wasAtEnd = this.options.anchorTo === "end" && !isSmoothScroll(this.scrollState) && this.getVirtualDistanceFromEnd() <= this.options.scrollEndThreshold;
          const prevTotalSize = wasAtEnd ? this._getLayoutTotalSize() : 0;
          const scrollOffset = this.getScrollOffset();
          const isFirstMeasure = !this.itemSizeCache.has(key);
          const defaultShouldAdjust = isFirstMeasure ? (
            // First measurement: compensate any item whose top sits above the
            // fold — the estimate→actual delta must be corrected regardless of
            // scroll direction, since the whole estimated block was above it.
            itemStart < scrollOffset
          ) : (
            // Re-measurement: only compensate an item that is ENTIRELY above the
            // fold. An item that merely *spans* the fold (top above, bottom
            // below — e.g. a streaming chat message growing at its bottom)
            // changes size *below* the anchor point, so shifting scrollTop by the
            // delta would drag the viewport downward on every growth (#1218).
            // Also skip during backward scroll to avoid the "items jump while
            // scrolling up" cascade.
            itemStart + itemSize <= scrollOffset && this.scrollDirection !== "backward"
          );
          const shouldAdjustScroll = !isSmoothScroll(this.scrollState) && (this.shouldAdjustScrollPositionOnItemSizeChange !== void 0 ? this.shouldAdjustScrollPositionOnItemSizeChange(
            // The callback expects a VirtualItem; build one lazily only
            // when the consumer actually supplied a custom predicate.
            this.measurementsCache[index] ?? {
              index,
              key,
              start: itemStart,
              size: cachedSize,
              end: itemStart + cachedSize,
              lane: 0
            },
            delta,
            this
          ) : defaultShouldAdjust);
          if (this.pendingMin === null || index < this.pendingMin) {
            this.pendingMin = index;
          }
          this.itemSizeCache.set(key, size);
          this.itemSizeCacheVersion++;
          let adjustedSync = false;
          if (!this._awaitingCommandReadBack()) {
            if (wasAtEnd) {
              adjustedSync = this.applyScrollAdjustment(
                this._getLayoutTotalSize() - prevTotalSize
              );
            } else if (shouldAdjustScroll) {
              adjustedSync = this.applyScrollAdjustment(delta);
            }
          }
          if (this._resizeBatch) {
            this._resizeBatch.notify = true;
            (_c = this._resizeBatch).sync || (_c.sync = adjustedSync);
            return;
          }
          this.notify(adjustedSync);
          this._noteClampMax();
          this._flushHoldIfReady(true);
          this._retryClampedAdjustment();
        }
      };
      this.getVirtualItems = memo2(
        () => [this.getVirtualIndexes(), this.getMeasurements(), this._holdOffset],
        (indexes, measurements, hold) => {
          const virtualItems = [];
          for (let k2 = 0, len = indexes.length; k2 < len; k2++) {
            const i3 = indexes[k2];
            const measurement = measurements[i3];
            virtualItems.push(
              hold === 0 ? measurement : {
                ...measurement,
                start: measurement.start - hold,
                end: measurement.end - hold
              }
            );
          }
          return virtualItems;
        },
        {
          key: "getVirtualItems",
          debug: () => this.options.debug
        }
      );
      this.getVirtualItemForOffset = (offset) => {
        var _a2;
        const measurements = this.getMeasurements();
        if (measurements.length === 0) {
          return void 0;
        }
        const flat2 = (_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.flat;
        const useFlat = this.options.lanes === 1 && flat2 != null;
        const idx = findNearestBinarySearch(
          0,
          measurements.length - 1,
          useFlat ? (i3) => flat2[i3 * 2] : (i3) => notUndefined(measurements[i3]).start,
          offset
        );
        return notUndefined(measurements[idx]);
      };
      this._noteClampMax = () => {
        if (!this._awaitingCommandReadBack()) return;
        const elementMax = this._elementMaxScrollOffset();
        if (elementMax === null) return;
        const write = this.pendingWrite;
        const max = Math.max(elementMax, 0) + this._holdOffset;
        if (max >= write.target) return;
        const lowMaxes = write.lowMaxes ?? (write.lowMaxes = []);
        if (lowMaxes[lowMaxes.length - 1] !== max) lowMaxes.push(max);
      };
      this.getMaxScrollOffset = () => (this._elementMaxScrollOffset() ?? 0) + this._holdOffset;
      this._toLayoutOffset = (elementOffset) => {
        var _a2;
        let offset = elementOffset + this._holdOffset;
        if (((_a2 = this.pendingScrollAnchor) == null ? void 0 : _a2.kind) === "anchor") {
          offset += this.pendingScrollAnchor.delta;
        }
        return offset;
      };
      this._elementMaxScrollOffset = () => {
        const el = this.scrollElement;
        if (el === null) return null;
        if ("scrollHeight" in el) {
          return this.options.horizontal ? el.scrollWidth - el.clientWidth : el.scrollHeight - el.clientHeight;
        }
        if ("document" in el) {
          const doc = el.document.documentElement;
          return this.options.horizontal ? doc.scrollWidth - el.innerWidth : doc.scrollHeight - el.innerHeight;
        }
        return null;
      };
      this._momentumStop = null;
      this._stopMomentum = (done) => {
        const el = this.scrollElement;
        const win = this.targetWindow;
        if (el === null || win === null) return;
        const scroller = "document" in el ? el.document.scrollingElement : el;
        if (!(scroller == null ? void 0 : scroller.style)) return;
        if (this._momentumStop) {
          this._momentumStop.done = done;
          return;
        }
        const { style } = scroller;
        const property = this.options.horizontal ? "overflow-x" : "overflow-y";
        const value2 = style.getPropertyValue(property);
        const priority = style.getPropertyPriority(property);
        const crossSize = () => this.options.horizontal ? scroller.clientHeight : scroller.clientWidth;
        const crossSizeBefore = crossSize();
        style.setProperty(property, "hidden", "important");
        if (crossSize() !== crossSizeBefore) {
          style.setProperty(property, value2, priority);
          return;
        }
        const stop = {
          // False when the app replaced the hidden value: the fling may not
          // have stopped.
          restore: () => {
            if (style.getPropertyValue(property) !== "hidden" || style.getPropertyPriority(property) !== "important") {
              return false;
            }
            style.setProperty(property, value2, priority);
            return true;
          },
          done
        };
        this._momentumStop = stop;
        win.requestAnimationFrame(
          () => win.requestAnimationFrame(() => {
            if (this._momentumStop !== stop) return;
            this._momentumStop = null;
            if (stop.restore()) stop.done();
          })
        );
      };
      this._clampedBy = (target) => {
        const elementMax = this._elementMaxScrollOffset();
        if (elementMax === null) return null;
        const maxAtWrite = elementMax + this._holdOffset;
        return target > maxAtWrite + 0.5 ? { target, maxAtWrite } : null;
      };
      this.getVirtualDistanceFromEnd = () => {
        return Math.max(
          this._getLayoutTotalSize() + this.options.scrollMargin - this.getSize() - this.getScrollOffset(),
          0
        );
      };
      this.getDistanceFromEnd = () => {
        return Math.max(this.getMaxScrollOffset() - this.getScrollOffset(), 0);
      };
      this.isAtEnd = (threshold = this.options.scrollEndThreshold) => {
        return this.getDistanceFromEnd() <= threshold;
      };
      this.getOffsetForAlignment = (toOffset, align, itemSize = 0) => {
        if (!this.scrollElement) return 0;
        const size = this.getSize();
        const scrollOffset = this.getScrollOffset();
        if (align === "auto") {
          align = toOffset >= scrollOffset + size ? "end" : "start";
        }
        if (align === "center") {
          toOffset += (itemSize - size) / 2;
        } else if (align === "end") {
          toOffset -= size;
        }
        const maxOffset = this.getMaxScrollOffset();
        return Math.max(Math.min(maxOffset, toOffset), 0);
      };
      this.getOffsetForIndex = (index, align = "auto") => {
        index = Math.max(0, Math.min(index, this.options.count - 1));
        const size = this.getSize();
        const scrollOffset = this.getScrollOffset();
        const item = this.getMeasurements()[index];
        if (!item) return;
        if (align === "auto") {
          if (item.end >= scrollOffset + size - this.options.scrollPaddingEnd) {
            align = "end";
          } else if (item.start <= scrollOffset + this.options.scrollPaddingStart) {
            align = "start";
          } else {
            return [scrollOffset, align];
          }
        }
        if (align === "end" && index === this.options.count - 1) {
          const maxOffset = this.getMaxScrollOffset();
          const toOffset2 = maxOffset - this.options.paddingEnd + this.options.scrollPaddingEnd;
          return [Math.max(Math.min(toOffset2, maxOffset), 0), align];
        }
        const toOffset = align === "end" ? item.end + this.options.scrollPaddingEnd : item.start - this.options.scrollPaddingStart;
        return [
          this.getOffsetForAlignment(toOffset, align, item.size),
          align
        ];
      };
      this.scrollToOffset = (toOffset, { align = "start", behavior = "auto" } = {}) => {
        this._startScroll(
          { index: null, align },
          this.getOffsetForAlignment(toOffset, align),
          behavior,
          "absolute"
        );
      };
      this.scrollToIndex = (index, {
        align: initialAlign = "auto",
        behavior = "auto"
      } = {}) => {
        index = Math.max(0, Math.min(index, this.options.count - 1));
        const offsetInfo = this.getOffsetForIndex(index, initialAlign);
        if (!offsetInfo) return;
        const [offset, align] = offsetInfo;
        this._startScroll({ index, align }, offset, behavior, "absolute");
      };
      this.scrollBy = (delta, { behavior = "auto" } = {}) => {
        const offset = this.getOffsetForAlignment(
          (this.getCommandWrittenOffset() ?? this.getScrollOffset()) + delta,
          "start"
        );
        this._startScroll(
          { index: null, align: "start" },
          offset,
          behavior,
          "relative"
        );
      };
      this.scrollToEnd = ({ behavior = "auto" } = {}) => {
        if (this.options.count > 0) {
          this._startScroll(
            { index: this.options.count - 1, align: "end", toEnd: true },
            Math.max(this.getMaxScrollOffset(), 0),
            behavior,
            "absolute"
          );
          return;
        }
        this.scrollToOffset(Math.max(this.getTotalSize() - this.getSize(), 0), {
          behavior
        });
      };
      this.cancelScroll = () => {
        if (this.rafId != null && this.targetWindow) {
          this.targetWindow.cancelAnimationFrame(this.rafId);
          this.rafId = null;
        }
        this.scrollState = null;
      };
      this.getTotalSize = () => Math.max(this._getLayoutTotalSize() - this._holdOffset, 0);
      this._getLayoutTotalSize = () => {
        var _a2, _b2;
        const measurements = this.getMeasurements();
        let end;
        if (measurements.length === 0) {
          end = this.options.paddingStart;
        } else if (this.options.lanes === 1) {
          const lastIdx = measurements.length - 1;
          const flat2 = (_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.flat;
          if (flat2 != null) {
            end = flat2[lastIdx * 2] + flat2[lastIdx * 2 + 1];
          } else {
            end = ((_b2 = measurements[lastIdx]) == null ? void 0 : _b2.end) ?? 0;
          }
        } else {
          const endByLane = Array(this.options.lanes).fill(null);
          let endIndex = measurements.length - 1;
          while (endIndex >= 0 && endByLane.some((val) => val === null)) {
            const item = measurements[endIndex];
            if (endByLane[item.lane] === null) {
              endByLane[item.lane] = item.end;
            }
            endIndex--;
          }
          end = Math.max(...endByLane.filter((val) => val !== null));
        }
        return Math.max(
          end - this.options.scrollMargin + this.options.paddingEnd,
          0
        );
      };
      this.takeSnapshot = () => {
        const snapshot = [];
        if (this.itemSizeCache.size === 0) return snapshot;
        const m2 = this.getMeasurements();
        for (const item of m2) {
          if (item && this.itemSizeCache.has(item.key)) {
            snapshot.push({
              index: item.index,
              key: item.key,
              start: item.start,
              size: item.size,
              end: item.end,
              lane: item.lane
            });
          }
        }
        return snapshot;
      };
      this._scrollToOffset = (offset, {
        adjustments,
        behavior
      } = {}) => {
        const write = {
          target: offset + (adjustments ?? 0),
          smooth: behavior === "smooth"
        };
        this.pendingWrite = write;
        this.options.scrollToFn(
          offset - this._holdOffset,
          { behavior, adjustments },
          this
        );
        return write;
      };
      this.getCommandWrittenOffset = () => this.scrollState !== null && this.pendingWrite !== null && !this.pendingWrite.smooth ? this.pendingWrite.target : null;
      this._awaitingCommandReadBack = () => {
        const writtenOffset = this.getCommandWrittenOffset();
        return !(isIOSWebKit() && this._iosGesture.dragging()) && writtenOffset !== null && !approxEqual(writtenOffset, this.getScrollOffset());
      };
      this._followOffsetTarget = (delta) => {
        if (this.scrollState !== null && this.scrollState.index == null) {
          this.scrollState.lastTargetOffset += delta;
        }
      };
      this.measure = () => {
        this.pendingMin = null;
        this.itemSizeCache.clear();
        this.laneAssignments.clear();
        this.itemSizeCacheVersion++;
        this.notify(false);
      };
      this.setOptions(opts);
    }
    /**
     * @deprecated Always 0: a scroll correction is folded into `scrollOffset`
     * at once, so there is never an outstanding adjustment to add to it. Read
     * `scrollOffset` alone.
     */
    get scrollAdjustments() {
      return 0;
    }
    // Returns `true` when it performed a synchronous `scrollTop` write this
    // tick, `false` when the delta was zero or the write was deferred (iOS).
    // `resizeItem` uses that to decide whether the follow-up `notify` must be
    // synchronous so the grown transforms commit in the same paint (#1227).
    applyScrollAdjustment(delta, behavior) {
      if (delta === 0) return false;
      if (this.options.debug) {
        console.info("correction", delta);
      }
      this._followOffsetTarget(delta);
      if (!this._canWriteScroll()) {
        this._holdOffset += delta;
        if (this.scrollOffset !== null) this.scrollOffset += delta;
        return true;
      } else {
        const offset = this.getScrollOffset();
        this._clampedAdjustment = this._clampedBy(offset + delta);
        const write = this._scrollToOffset(offset, {
          adjustments: delta,
          behavior
        });
        if (this.scrollOffset !== null) {
          if (this.pendingWrite === write) this.scrollOffset += delta;
          if (this.scrollOffset < 0) this.scrollOffset = 0;
        }
        return true;
      }
    }
    scheduleScrollReconcile() {
      if (!this.targetWindow) {
        this.scrollState = null;
        return;
      }
      if (this.rafId != null) return;
      this.rafId = this.targetWindow.requestAnimationFrame(() => {
        this.rafId = null;
        this.reconcileScroll();
      });
    }
    getScrollStateTarget(state) {
      const offsetInfo = state.toEnd ? [Math.max(this.getMaxScrollOffset(), 0)] : state.index != null ? this.getOffsetForIndex(state.index, state.align) : void 0;
      return offsetInfo ? offsetInfo[0] : state.lastTargetOffset;
    }
    reconcileScroll() {
      if (!this.scrollState) return;
      const el = this.scrollElement;
      if (!el) return;
      const MAX_RECONCILE_MS = 5e3;
      if (this.now() - this.scrollState.startedAt > MAX_RECONCILE_MS) {
        this.scrollState = null;
        return;
      }
      if (this.scrollState.phase === "queued") {
        this.scheduleScrollReconcile();
        return;
      }
      this.getMeasurements();
      const targetOffset = this.getScrollStateTarget(this.scrollState);
      const STABLE_FRAMES = this.scrollState.index == null ? 1 : this.options.useAnimationFrameWithResizeObserver ? 3 : 2;
      const targetChanged = targetOffset !== this.scrollState.lastTargetOffset;
      if (!targetChanged && approxEqual(targetOffset, this.getScrollOffset())) {
        if (this.scrollState.phase === "smooth") {
          this.scrollState.phase = "smoothLanded";
        } else if (this.scrollState.phase === "smoothFinishing") {
          this.scrollState.phase = "instant";
        }
        this.scrollState.stableFrames++;
        if (this.scrollState.stableFrames >= STABLE_FRAMES) {
          if (this.getScrollOffset() !== targetOffset) {
            this._scrollToOffset(targetOffset, { behavior: "auto" });
          }
          this.scrollState = null;
          return;
        }
      } else {
        this.scrollState.stableFrames = 0;
        if (targetChanged) {
          const viewport = this.getSize() || 600;
          const distance2 = Math.abs(targetOffset - this.getScrollOffset());
          const keepSmooth = isSmoothScroll(this.scrollState) && distance2 > viewport;
          this.scrollState.lastTargetOffset = targetOffset;
          if (keepSmooth) {
            this.scrollState.phase = "smooth";
          } else if (this.scrollState.phase === "smooth") {
            this.scrollState.phase = "smoothFinishing";
          } else if (this.scrollState.phase === "smoothLanded") {
            this.scrollState.phase = "instant";
          }
          this._scrollToOffset(targetOffset, {
            behavior: keepSmooth ? "smooth" : "auto"
          });
        }
      }
      this.scheduleScrollReconcile();
    }
    // Every scroll command starts here: it becomes the in-flight command,
    // writes its first target and leaves reconcile to retarget and retire it.
    //
    // Targets are layout offsets. A held correction is not dropped by a
    // command: the write lands the element `_holdOffset` short of the target,
    // under the rows exposed shifted by the same amount, and the flush moves
    // both together once a write is possible.
    //
    // An index or end target that is already at its offset starts a smooth
    // scroll as landed; an offset target never does, so its first scroll
    // event is read as the user's (see the scroll handler in `_willUpdate`).
    _startScroll(target, offset, behavior, kind) {
      this.pendingScrollAnchor = null;
      this._clampedAdjustment = null;
      const tail = this._iosGesture.tail();
      if (kind === "absolute" && tail !== null) {
        if (tail === "fling" && momentumOverridesWrites()) {
          this._stopMomentum(() => {
            const state = this.scrollState;
            if ((state == null ? void 0 : state.phase) !== "queued" || // A finger came down: it owns the scroll until it lifts.
            this._iosGesture.tail() !== "fling" || // In a bounce WebKit can drop the write (#1287): the tail
            // decides, as without the stop. (Not `flingCaught`: our stop
            // also ends the fling at speed, so a slow frame would read as
            // a catch and the tail would drop the command.)
            this._reportedOverscroll) {
              return;
            }
            this._iosGesture.end();
            this._flushHoldIfReady(true);
            this._writeAwaitingCommand();
          });
          this.scrollState = {
            ...target,
            startedAt: this.now(),
            lastTargetOffset: offset,
            stableFrames: 0,
            phase: "queued",
            behavior,
            samples: []
          };
          this.scheduleScrollReconcile();
          return;
        }
        this._iosGesture.end();
      }
      this.scrollState = {
        ...target,
        startedAt: this.now(),
        lastTargetOffset: offset,
        stableFrames: 0,
        behavior,
        phase: initialScrollPhase(
          behavior,
          target.index != null && approxEqual(offset, this.getScrollOffset())
        )
      };
      this._scrollToOffset(offset, { behavior });
      this.scheduleScrollReconcile();
    }
  };
  var findNearestBinarySearch = (low, high, getCurrentValue, value2) => {
    while (low <= high) {
      const middle = (low + high) / 2 | 0;
      const currentValue = getCurrentValue(middle);
      if (currentValue < value2) {
        low = middle + 1;
      } else if (currentValue > value2) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    if (low > 0) {
      return low - 1;
    } else {
      return 0;
    }
  };
  function findNearestBinarySearchFlat(flat2, high, value2) {
    let low = 0;
    while (low <= high) {
      const middle = (low + high) / 2 | 0;
      const currentValue = flat2[middle * 2];
      if (currentValue < value2) {
        low = middle + 1;
      } else if (currentValue > value2) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return low > 0 ? low - 1 : 0;
  }
  function calculateRangeImpl(measurements, outerSize, scrollOffset, lanes, flat2) {
    const lastIndex = measurements.length - 1;
    if (measurements.length <= lanes) {
      return { startIndex: 0, endIndex: lastIndex };
    }
    if (lanes === 1 && flat2 !== null) {
      const startIndex2 = findNearestBinarySearchFlat(
        flat2,
        lastIndex,
        scrollOffset
      );
      let endIndex2 = startIndex2;
      const limit = scrollOffset + outerSize;
      while (endIndex2 < lastIndex && flat2[endIndex2 * 2] + flat2[endIndex2 * 2 + 1] < limit) {
        endIndex2++;
      }
      return { startIndex: startIndex2, endIndex: endIndex2 };
    }
    const getStart = (index) => measurements[index].start;
    let startIndex = findNearestBinarySearch(0, lastIndex, getStart, scrollOffset);
    let endIndex = startIndex;
    if (lanes === 1) {
      while (endIndex < lastIndex && measurements[endIndex].end < scrollOffset + outerSize) {
        endIndex++;
      }
    } else if (lanes > 1) {
      const endPerLane = Array(lanes).fill(0);
      while (endIndex < lastIndex && endPerLane.some((pos) => pos < scrollOffset + outerSize)) {
        const item = measurements[endIndex];
        endPerLane[item.lane] = item.end;
        endIndex++;
      }
      const startPerLane = Array(lanes).fill(scrollOffset + outerSize);
      while (startIndex >= 0 && startPerLane.some((pos) => pos >= scrollOffset)) {
        const item = measurements[startIndex];
        startPerLane[item.lane] = item.start;
        startIndex--;
      }
      startIndex = Math.max(0, startIndex - startIndex % lanes);
      endIndex = Math.min(lastIndex, endIndex + (lanes - 1 - endIndex % lanes));
    }
    return { startIndex, endIndex };
  }

  // src/table/head_and_foot.js
  function spacer(height) {
    return height ? html`<tr class="spacer" aria-hidden="true"><td style=${`height:${height}px`}></td></tr>` : null;
  }
  function headCell(page, { column, sorted, sort }) {
    const direction = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
    const unit2 = column.unit ? html` <span class="unit">${column.unit}</span>` : null;
    const mark = sorted ? sorted === "asc" ? "▴" : "▾" : "";
    return html`<th key=${column.id} scope="col" class=${column.isNumber ? "figure" : void 0} aria-sort=${direction} data-column=${column.id}>
    <button type="button" title=${page.say("sort_by")} onClick=${sort}>${column.title}${unit2}${mark ? html`<span class="mark" aria-hidden="true">${mark}</span>` : null}</button>
  </th>`;
  }
  function total2(page, column, { rows, totals }) {
    if (typeof column.total === "function") return column.total(rows);
    if (column.total === "none") return html`<span class="unstated">${page.say("no_sum")}</span>`;
    if (column.total !== "sum") return null;
    const { sum: sum2, stated } = totals(column);
    if (sum2 === null) return html`<span class="unstated">${page.say("unstated")}</span>`;
    const over = stated === rows.length ? null : html`<span class="below">${page.say("stated_in").replace("%d", page.numbers.grouped(stated))}</span>`;
    return html`<b>${fixed(sum2, column.digits || 0)}</b>${over}`;
  }

  // src/table/rows.js
  var ROW_REM = 2.54;
  var NARROW2 = window.matchMedia("(max-width: 860px)");
  var OVERSCAN = 8;
  var MOST_PRINTED = 2e3;
  var Rows = class extends x {
    scroller = (
      /** @type {import("preact").RefObject<HTMLDivElement>} */
      M()
    );
    /** The place of the row that the keyboard is at. */
    active = 0;
    isFocusDue = false;
    /** Whether the pointer is on a row: then it is the map that follows. */
    isPointed = false;
    /** @type {Key | null} */
    hovered = null;
    /** @type {() => void} */
    unmount = () => {
    };
    redraw = () => this.forceUpdate();
    /** @type {Virtualizer<HTMLDivElement, HTMLElement>} */
    virtualizer = new Virtualizer({
      count: this.props.drawn.rows.length,
      getScrollElement: () => this.scroller.current,
      estimateSize: () => this.rowPx(),
      overscan: OVERSCAN,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: this.redraw
    });
    rowPx() {
      return Math.round(ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize));
    }
    componentDidMount() {
      this.unmount = this.virtualizer._didMount();
      this.virtualizer._willUpdate();
      NARROW2.addListener(this.redraw);
    }
    componentDidUpdate() {
      this.virtualizer._willUpdate();
      const { page, drawn } = this.props;
      const { hovered } = page.state;
      if (hovered !== this.hovered) {
        this.hovered = hovered;
        const place = hovered && !this.isPointed ? drawn.rows.findIndex((row) => this.answers(row, hovered)) : -1;
        if (place >= 0) this.bringIntoSight(place);
      }
      if (this.isFocusDue) this.focus();
    }
    componentWillUnmount() {
      this.unmount();
      NARROW2.removeListener(this.redraw);
    }
    /** @param {number} row @param {Key} key */
    answers(row, key) {
      var _a2;
      const { source } = this.props.drawn;
      return source.key(row) === key || (((_a2 = source.alsoKeys) == null ? void 0 : _a2.call(source, row).includes(key)) ?? false);
    }
    /** @param {number} place */
    bringIntoSight(place) {
      var _a2, _b2;
      const scroller = this.scroller.current;
      if (!scroller) return;
      const head4 = ((_a2 = scroller.querySelector("thead")) == null ? void 0 : _a2.offsetHeight) || 0;
      const foot = ((_b2 = scroller.querySelector("tfoot")) == null ? void 0 : _b2.offsetHeight) || 0;
      const top = place * this.rowPx();
      const isBelow = top + this.rowPx() + head4 + foot > scroller.scrollTop + scroller.clientHeight;
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (isBelow) scroller.scrollTop = top + this.rowPx() + head4 + foot - scroller.clientHeight;
    }
    focus() {
      var _a2;
      const button = (
        /** @type {HTMLElement | null | undefined} */
        (_a2 = this.scroller.current) == null ? void 0 : _a2.querySelector(`tr[data-place="${this.active}"] .row-open`)
      );
      if (!button) return;
      this.isFocusDue = false;
      button.focus({ preventScroll: true });
    }
    /** @param {KeyboardEvent} event @param {number} place */
    pressed(event, place) {
      var _a2;
      const last = this.props.drawn.rows.length - 1;
      const screen = Math.max(1, Math.floor((((_a2 = this.scroller.current) == null ? void 0 : _a2.clientHeight) || 0) / this.rowPx()) - 3);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: screen, PageUp: -screen, Home: -last, End: last };
      if (!(event.key in steps)) return;
      event.preventDefault();
      const step = steps[
        /** @type {keyof typeof steps} */
        event.key
      ];
      this.active = Math.min(last, Math.max(0, place + step));
      this.bringIntoSight(this.active);
      this.isFocusDue = true;
      this.forceUpdate();
    }
    /** @param {Key | null} key @param {boolean} isPointed */
    hover(key, isPointed) {
      this.isPointed = isPointed;
      if (this.props.page.state.hovered !== key) this.props.page.store.change({ hovered: key });
    }
    render() {
      const { page, drawn } = this.props;
      const { rows } = drawn;
      const isNarrow = NARROW2.matches && !page.state.printing;
      const heads = drawn.columns.heads().filter(({ column }) => !isNarrow || column.onPhone);
      const [from, until] = this.inSight(rows.length);
      this.active = Math.min(this.active, Math.max(0, rows.length - 1));
      const drawnRows = drawn.columns.cells(Array.from(rows.subarray(from, until)));
      const width = heads.reduce((sum2, { column }) => sum2 + column.width, isNarrow ? 0 : 2.4);
      const style = isNarrow ? void 0 : { minWidth: `${width}rem` };
      const shown = new Set(heads.map(({ column }) => column.id));
      return html`<div class="table-scroll" ref=${this.scroller}>
      <table class=${classes("rows", isNarrow && "narrow")} style=${style} aria-rowcount=${rows.length + 1}>
        <colgroup>
          ${isNarrow ? null : html`<col style="width:2.4rem" />`}
          ${heads.map(({ column }) => html`<col key=${column.id} style=${column.grows ? void 0 : `width:${column.width}rem`} />`)}
        </colgroup>
        <thead><tr aria-rowindex="1">
          ${isNarrow ? null : html`<th scope="col" class="number"><span class="unseen">${page.say("row_number")}</span></th>`}
          ${heads.map((head4) => headCell(page, head4))}
        </tr></thead>
        <tbody onMouseLeave=${() => this.hover(null, false)}>
          ${spacer(from * this.rowPx())}
          ${drawnRows.map(
        ({ row, cells }, at) => this.row(
          row,
          from + at,
          cells.filter(({ column }) => shown.has(column.id)),
          isNarrow
        )
      )}
          ${spacer((rows.length - until) * this.rowPx())}
        </tbody>
        ${rows.length && heads.some(({ column }) => column.total) ? html`<tfoot><tr>
          ${isNarrow ? null : html`<td></td>`}
          ${heads.map(({ column }) => html`<td key=${column.id} class=${column.isNumber ? "figure" : void 0}>${total2(page, column, drawn)}</td>`)}
        </tr></tfoot>` : null}
      </table>
    </div>`;
    }
    /** The places of the first row that is drawn and of the first after them. @param {number} count @returns {[number, number]} */
    inSight(count) {
      if (this.props.page.state.printing) return [0, Math.min(count, MOST_PRINTED)];
      this.virtualizer.setOptions({ ...this.virtualizer.options, count });
      const items = this.virtualizer.getVirtualItems();
      if (!items.length) return [0, Math.min(count, 2 * OVERSCAN)];
      return [items[0].index, Math.min(count, items[items.length - 1].index + 1)];
    }
    /** @param {number} row @param {number} place @param {DrawnCell[]} cells @param {boolean} isNarrow */
    row(row, place, cells, isNarrow) {
      const { page, drawn } = this.props;
      const key = drawn.source.key(row);
      const { hovered, opened, selected } = page.state;
      const isChosen = key !== null && (opened === key || selected === key);
      const isHovered = hovered !== null && this.answers(row, hovered);
      const open = () => {
        this.active = place;
        if (key) page.store.change({ selected: key });
        drawn.source.open(row);
      };
      const select = (event) => {
        if (
          /** @type {HTMLElement} */
          event.target.closest("button")
        ) return;
        this.active = place;
        page.store.change({ selected: selected === key ? null : key });
      };
      return html`<tr key=${row} data-place=${place} aria-rowindex=${place + 2} class=${classes(isHovered && "hovered", isChosen && "chosen")}
      onMouseEnter=${() => this.hover(key, true)} onClick=${select}>
      ${isNarrow ? null : html`<td class="number">${place + 1}</td>`}
      ${cells.map(
        ({ column, content }, at) => at ? html`<td key=${column.id} class=${column.isNumber ? "figure" : void 0}>${content}</td>` : html`<th key=${column.id} scope="row"><button type="button" class="row-open" data-key=${key} tabindex=${place === this.active ? "0" : "-1"}
              onFocus=${() => this.hover(key, true)} onBlur=${() => this.hover(null, false)}
              onKeyDown=${(event) => this.pressed(event, place)} onClick=${open}>${content}</button></th>`
      )}
    </tr>`;
    }
  };

  // src/table/sheet.js
  function sheet(page) {
    const drawn = page.table.drawn();
    const kind = page.table.kind();
    return html`<div class="table-head">
      <div class="segments" role="group" aria-label=${page.say("kinds_of_table")}>
        ${page.table.kinds().map((name) => kindButton(page, name, name === kind))}
      </div>
      ${drawn ? columnChoice(page, drawn) : null}
    </div>
    ${drawn ? html`<${Rows} key=${`${kind} ${page.lang}`} page=${page} drawn=${drawn} />` : waiting(page)}
    ${drawn && !drawn.rows.length ? nothing(page) : null}
    ${passage(page)}
    ${drawn ? noteBelow(drawn) : null}`;
  }
  function kindButton(page, name, isChosen) {
    const choose = () => page.store.change({ table: name, sort: null, passage: null, selected: null });
    return html`<button key=${name} type="button" aria-pressed=${String(isChosen)} data-table=${name} onClick=${choose}>
    ${page.say(TABLES[name])} <span class="count">${page.numbers.grouped(page.table.count(name))}</span>
  </button>`;
  }
  function waiting(page) {
    return html`<p class="empty" role="status">${page.say(page.table.isUnpacking() ? "unpacking" : "no_parcel_table")}</p>`;
  }
  function nothing(page) {
    return html`<p class="empty nothing" role="status">
    ${page.say("nothing_wanted")}
    ${isNarrowed(page.state) ? html`<button type="button" class="button" onClick=${() => clear(page)}>${page.say("clear")}</button>` : null}
  </p>`;
  }
  function noteBelow({ source, rows }) {
    const words2 = source.note ? source.note(rows) : null;
    return words2 ? html`<p class="table-note">${words2}</p>` : null;
  }
  function passage(page) {
    const { passage: source } = page.state;
    const clause = source === null ? void 0 : page.data.clauses[source];
    if (!clause) return null;
    return html`<div class="table-passage" role="note">
    <p class="meta">${page.lang === "zh" ? source : clause.en}</p>
    <blockquote class="passage" lang="zh"><span class="heading">${clause.heading}</span>${clause.text}</blockquote>
    <button type="button" class="button" onClick=${() => page.store.change({ passage: null })}>${page.say("close")}</button>
  </div>`;
  }

  // src/views/projects.js
  function projects2(page) {
    const { data } = page;
    if (!page.table.kinds().length) return null;
    const byKey = new Map(data.projects.map((project) => [project.key, project]));
    return {
      title: data.projects.length ? { zh: "项目", en: "Projects" } : { zh: "表格", en: "Tables" },
      layout: "table",
      layers: { zones: true, parks: false, projects: true, places: true, findings: false },
      keys: () => (data.order.project || []).filter((key) => isWanted(
        page.state,
        /** @type {Project} */
        byKey.get(key)
      )),
      sheet: () => sheet(page),
      list: () => null,
      legend: () => [narrowed(page), ...kinds(page)],
      style: () => null,
      label(zone) {
        if (!isNarrowed(page.state)) return page.numbers.projects(zone.project_count);
        const isHere = (project) => project.zone_id && project.zone_ids.includes(zone.zone_id);
        const shown = data.projects.filter((project) => isHere(project) && isWanted(page.state, project));
        return page.numbers.projects(shown.length);
      }
    };
  }

  // src/views/views.js
  var VIEWS = { overview, industries, projects: projects2, land, compare: compare2, findings: findings3 };

  // src/words/numbers.js
  function grouped(value2, digits) {
    const rounded = digits === void 0 ? +value2.toPrecision(10) : +value2.toFixed(digits);
    const [whole, decimals] = String(rounded).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  function fixed2(value2, digits) {
    const [whole, decimals] = value2.toFixed(digits).split(".");
    return grouped(Number(whole)) + (decimals ? `.${decimals}` : "");
  }
  var ROUGH_SUM = 0.05;
  var SMALL_SUM = 0.01;
  function makeNumbers(page) {
    const chinese = () => page.lang === "zh";
    return {
      grouped,
      /** A figure in another unit, without the noise of reckoning; null stays. @param {number | null} value @param {number} factor */
      scaled: (value2, factor) => value2 === null ? null : +(value2 * factor).toPrecision(12),
      /** @param {number | null} value in 亿元 */
      money(value2) {
        if (value2 === null) return "—";
        if (value2 > 0 && value2 < SMALL_SUM)
          return chinese() ? `${grouped(value2 * 1e4)} 万元` : `CNY ${grouped(value2 * 1e8)}`;
        return chinese() ? `${grouped(value2)} 亿元` : `${grouped(value2 * page.data.units.m_yuan_per_100m)} m yuan`;
      },
      /** A sum in the unit of its column: 亿元, or million yuan. @param {number | null} value in 亿元 */
      hundredMillions(value2) {
        if (value2 === null) return "—";
        const told = chinese() ? value2 : value2 * page.data.units.m_yuan_per_100m;
        return value2 > 0 && value2 < SMALL_SUM ? this.money(value2) : fixed2(told, chinese() ? 2 : 0);
      },
      /** What a project invests, as printed. @param {Invested} project */
      investment({ investment, printed }) {
        return printed ? printed[page.lang] : this.money(investment);
      },
      /** Sums of foreign money. @param {Invested[]} projects */
      foreign(projects3) {
        const { currencies } = page.data.units;
        const sums = {};
        for (const { foreign, foreign_value } of projects3) {
          if (foreign === null || foreign_value === null) continue;
          const { first, in_first } = currencies[foreign];
          sums[first] = (sums[first] || 0) + foreign_value * in_first;
        }
        const told = Object.entries(sums).map(([unit2, value2]) => {
          const { scale, before, after } = currencies[unit2];
          return chinese() ? `${grouped(value2)} ${unit2}` : `${before} ${grouped(value2 * scale)} ${after}`.trim();
        });
        return told.join(chinese() ? "、" : ", ");
      },
      /** The sum of what is known in yuan, and what it does not tell. @param {Invested[]} projects */
      invested(projects3) {
        const known = projects3.flatMap(({ investment }) => investment ?? []);
        const isStated = projects3.some(({ investment, printed }) => printed || investment !== null);
        const notes = isStated ? this.untold(projects3) : [];
        const total3 = known.length || !projects3.length ? this.money(known.reduce((sum2, value2) => sum2 + value2, 0)) : "—";
        if (!notes.length) return total3;
        return chinese() ? `${total3}（${notes.join("，")}）` : `${total3} (${notes.join(", ")})`;
      },
      /** The sum of what is known in yuan to a tenth of 亿元, as a map has room for; "" where nothing is known. @param {Invested[]} projects */
      roughly(projects3) {
        const known = projects3.flatMap(({ investment }) => investment ?? []);
        const sum2 = known.reduce((whole, value2) => whole + value2, 0);
        if (!known.length) return "";
        if (sum2 < ROUGH_SUM) return this.money(sum2);
        const more3 = projects3.length > known.length ? "+" : "";
        if (chinese()) return `${sum2.toFixed(1)}${more3} 亿元`;
        return `${grouped(sum2 * page.data.units.m_yuan_per_100m, 0)}${more3} m yuan`;
      },
      /** @param {number} count */
      items: (count) => count + (chinese() ? " 项" : count === 1 ? " project" : " projects"),
      /** What a sum in yuan does not tell of its projects, as `project_money.remark` words it. @param {Invested[]} projects */
      untold(projects3) {
        const count = (is) => projects3.filter(is).length;
        const ranges = count(({ investment, is_range }) => is_range && investment !== null);
        const foreign = count((project) => project.foreign !== null);
        const bare2 = count(({ printed, investment, foreign: foreign2 }) => printed && investment === null && foreign2 === null);
        const silent = count(({ printed, investment }) => !printed && investment === null);
        const sums = this.foreign(projects3);
        const isSum = projects3.some(({ investment }) => investment !== null);
        const [other, more3] = isSum ? ["另 ", " more"] : ["", ""];
        const said = [
          [ranges, `其中 ${ranges} 个按区间下限计`, `of which ${ranges} by the lower end of a range`],
          [foreign, `${other}${foreign} 个以外币计：${sums}`, `${foreign}${more3} in foreign money: ${sums}`],
          [bare2, `${other}${bare2} 个未载单位`, `${bare2}${more3} without a unit`],
          [silent, `${other}${silent} 个未载`, `${silent}${more3} not stated`]
        ];
        return said.filter(([number3]) => number3).map(([, zh, en]) => chinese() ? zh : en);
      },
      /** @param {number} value */
      mu: (value2) => grouped(value2, 2) + (chinese() ? " 亩" : " mu"),
      /** @param {number} value */
      km2: (value2) => grouped(value2) + (chinese() ? " 平方公里" : " km²"),
      /** @param {number} share */
      percent: (share) => `${grouped(100 * share, 1)}%`,
      /** @param {number} value */
      metres(value2) {
        const far = value2 >= 1e3;
        const unit2 = chinese() ? far ? " 公里" : " 米" : far ? " km" : " m";
        return grouped(far ? value2 / 1e3 : value2, far ? 3 : 1) + unit2;
      },
      /** @param {number} count */
      projects: (count) => count + (chinese() ? " 个项目" : count === 1 ? " project" : " projects"),
      /** @param {number} count */
      parcels: (count) => grouped(count) + (chinese() ? " 宗" : count === 1 ? " parcel" : " parcels")
    };
  }

  // src/words/words.js
  var LICENCE = /\s*[（(][^（()）]*[）)]$/;
  function makeWords(data, state) {
    function text(both) {
      return both[state().lang];
    }
    function say(key) {
      return text(TEXTS[key]);
    }
    return {
      text,
      say,
      /** @param {TextKey} key @returns {Both} */
      both: (key) => TEXTS[key],
      /** A text that only plans with schematic outlines need. @param {TextKey} key */
      ifSchematic: (key) => data.bases.includes("schematic") ? say(key) + text(data.schematic) : "",
      /**
       * What every map, print and picture says of itself: that it is no survey, and the sources to be named.
       * @param {boolean} [isShort] without their licences, where there is little room
       */
      credits(isShort) {
        const { attributions, sources: sources2 } = data.sources;
        const named4 = attributions.map(text).map((words2) => isShort ? words2.replace(LICENCE, "") : words2);
        if (data.ground && named4.length) named4[0] = say("ground_credit") + named4[0];
        if (!named4.length && !sources2.length) named4.push(say("no_sources"));
        return [say("sketch"), ...named4].join(" · ");
      },
      /** The notice that every view, print and picture of an invented ledger must carry. */
      invented: () => data.land.invented_note ? say("invented") : "",
      /** Words in brackets, as the language has them. @param {string} words */
      bracketed: (words2) => state().lang === "zh" ? `（${words2}）` : ` (${words2})`,
      /** Between parts of a sentence. */
      semicolon: () => state().lang === "zh" ? "；" : "; "
    };
  }

  // src/page.js
  var PARCEL = "parcel:";
  var WIDE2 = "(min-width: 861px)";
  function makePage(leaflet, layers2, tiles) {
    const data = JSON.parse(byId("yz-data").textContent || "");
    const viewLayers = {};
    const shown = { ...groundShown(data), findings: false, uncertainty: false };
    const first = firstState({
      lang: data.lang,
      theme: keptTheme(),
      systemDark: systemDark.matches,
      shown,
      tiandituKey: keptKey(),
      wide: window.matchMedia(WIDE2).matches
    });
    const store = createStore(first, settleWith(viewLayers));
    const base = {
      data,
      leaflet,
      layers: layers2,
      tiles,
      store,
      views: (
        /** @type {Record<string, View>} */
        {}
      ),
      get state() {
        return store.get();
      },
      get lang() {
        return store.get().lang;
      },
      get view() {
        return this.views[store.get().view];
      },
      /** @param {Key | null} key */
      subject(key) {
        if (key === null) return null;
        if (hasOwn(data.subjects, key)) return data.subjects[key];
        const { parcels: parcels2 } = store.get();
        return hasOwn(parcels2, key) ? parcels2[key] : null;
      },
      showSources() {
        store.change({ folds: { ...store.get().folds, "yz-sources": true } });
        byId("yz-sources").scrollIntoView({ block: "start" });
      },
      /** @param {Key | null} key */
      open(key) {
        var _a2;
        if ((key == null ? void 0 : key.startsWith(PARCEL)) && (!page.subject(key) || page.view.layout === "reading")) {
          (_a2 = page.parcels) == null ? void 0 : _a2.show(key.slice(PARCEL.length));
          return;
        }
        const from = store.get().opened;
        store.change({ opened: key });
        focusOn(from);
      }
    };
    const page = (
      /** @type {Page} */
      Object.assign(base, makeWords(data, store.get))
    );
    page.numbers = makeNumbers(page);
    page.theme = makeTheme(page);
    page.parcels = makeParcelLayer(page);
    page.table = makeTable(page);
    for (const [name, view] of Object.entries(VIEWS)) {
      const shownView = view(page);
      if (!shownView) continue;
      page.views[name] = shownView;
      viewLayers[name] = { parcels: false, ...shownView.layers };
    }
    const present = Object.keys(layers2).map((name) => [name, leaflet.hasLayer(layers2[name])]);
    const all = { ...shown, ...Object.fromEntries(present) };
    store.change({ shown: shownIn(all, viewLayers[first.view]) });
    page.measure = makeMeasure(page);
    page.ground = makeGround(page);
    page.map = makeMap(page);
    page.basemaps = makeBasemaps(page);
    page.search = makeSearchBox(page);
    page.download = makeDownload(page);
    page.print = makePrint(page);
    page.picture = makePicture(page);
    return page;
  }
  function focusOn(from) {
    const title = byId("yz-panel").querySelector("h2");
    const rows = document.querySelectorAll("#yz-list button[data-key], #yz-table button[data-key]");
    const row = [...rows].find((one2) => one2.dataset.key === from && one2.offsetParent);
    const root = byId("yz-table").hidden ? byId("yz-list") : byId("yz-table");
    if (title) title.focus({ preventScroll: true });
    else if (from) (row || root).focus({ preventScroll: true });
  }
  function listenToKeys(page) {
    byId("yz-skip").addEventListener("click", () => byId("yz-list").focus());
    byId("yz-lang").addEventListener("click", () => page.store.change({ lang: page.lang === "zh" ? "en" : "zh" }));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || page.state.dialog) return;
      if (page.state.measure.mode) page.measure.stop();
      else if (page.state.opened) page.open(null);
    });
  }
  function start(leaflet, layers2, tiles) {
    var _a2;
    byId("yz-map").appendChild(leaflet.getContainer());
    leaflet.invalidateSize({ animate: false });
    const page = makePage(leaflet, layers2, tiles);
    const whole = makeDocument(page);
    const ornaments = makeOrnaments(page);
    const limits = makeLimits(page);
    const address = followAddress(page);
    function draw() {
      whole.draw();
      if (page.parcels) page.parcels.recolour();
      drawParts(page);
    }
    draw();
    whole.fitLegend();
    limits.set();
    page.map.start();
    ornaments.draw();
    page.map.resized();
    page.store.subscribe((state, before) => {
      var _a3;
      draw();
      whole.follow(state, before);
      page.measure.follow(state, before);
      page.basemaps.follow(state, before);
      limits.follow(state, before);
      page.map.follow(state, before);
      page.ground.follow(state, before);
      (_a3 = page.parcels) == null ? void 0 : _a3.follow(state, before);
      ornaments.follow(state, before);
      page.search.follow(state, before);
    });
    leaflet.on("zoomend", () => drawOfZoom(page));
    drawOfZoom(page);
    (_a2 = page.parcels) == null ? void 0 : _a2.start(() => drawOfZoom(page));
    listenToFolds(page);
    listenToKeys(page);
    address.follow();
    window.yzgeo.page = page;
    window.yzgeo.ready = true;
  }

  // src/main.js
  window.yzgeo = { ready: false };
  window.yzStart = start;
})();
