/* Holds @tanstack/store 0.11.2 (MIT), @tanstack/table-core 9.3.1 (MIT), @tanstack/virtual-core 3.19.11 (MIT), fflate 0.8.3 (MIT), htm 3.1.1 (Apache-2.0), lucide 1.65.0 (ISC), preact 11.2.0 (MIT), write-excel-file 4.1.1 (MIT), see NOTICE.md of yzgeo. */
"use strict";
(() => {
  // ../../../node_modules/htm/dist/htm.module.js
  var n = function(t3, s2, r2, e2) {
    var u2;
    s2[0] = 0;
    for (var h2 = 1; h2 < s2.length; h2++) {
      var p2 = s2[h2++], a2 = s2[h2] ? (s2[0] |= p2 ? 1 : 2, r2[s2[h2++]]) : s2[++h2];
      3 === p2 ? e2[0] = a2 : 4 === p2 ? e2[1] = Object.assign(e2[1] || {}, a2) : 5 === p2 ? (e2[1] = e2[1] || {})[s2[++h2]] = a2 : 6 === p2 ? e2[1][s2[++h2]] += a2 + "" : p2 ? (u2 = t3.apply(a2, n(t3, a2, r2, ["", null])), e2.push(u2), a2[0] ? s2[0] |= 2 : (s2[h2 - 2] = 0, s2[h2] = u2)) : e2.push(a2);
    }
    return e2;
  };
  var t = /* @__PURE__ */ new Map();
  function htm_module_default(s2) {
    var r2 = t.get(this);
    return r2 || (r2 = /* @__PURE__ */ new Map(), t.set(this, r2)), (r2 = n(this, r2.get(s2) || (r2.set(s2, r2 = (function(n3) {
      for (var t3, s3, r3 = 1, e2 = "", u2 = "", h2 = [0], p2 = function(n4) {
        1 === r3 && (n4 || (e2 = e2.replace(/^\s*\n\s*|\s*\n\s*$/g, ""))) ? h2.push(0, n4, e2) : 3 === r3 && (n4 || e2) ? (h2.push(3, n4, e2), r3 = 2) : 2 === r3 && "..." === e2 && n4 ? h2.push(4, n4, 0) : 2 === r3 && e2 && !n4 ? h2.push(5, 0, true, e2) : r3 >= 5 && ((e2 || !n4 && 5 === r3) && (h2.push(r3, 0, e2, s3), r3 = 6), n4 && (h2.push(r3, n4, 0, s3), r3 = 6)), e2 = "";
      }, a2 = 0; a2 < n3.length; a2++) {
        a2 && (1 === r3 && p2(), p2(a2));
        for (var l2 = 0; l2 < n3[a2].length; l2++) t3 = n3[a2][l2], 1 === r3 ? "<" === t3 ? (p2(), h2 = [h2], r3 = 3) : e2 += t3 : 4 === r3 ? "--" === e2 && ">" === t3 ? (r3 = 1, e2 = "") : e2 = t3 + e2[0] : u2 ? t3 === u2 ? u2 = "" : e2 += t3 : '"' === t3 || "'" === t3 ? u2 = t3 : ">" === t3 ? (p2(), r3 = 1) : r3 && ("=" === t3 ? (r3 = 5, s3 = e2, e2 = "") : "/" === t3 && (r3 < 5 || ">" === n3[a2][l2 + 1]) ? (p2(), 3 === r3 && (h2 = h2[0]), r3 = h2, (h2 = h2[0]).push(2, 0, r3), r3 = 0) : " " === t3 || "	" === t3 || "\n" === t3 || "\r" === t3 ? (p2(), r3 = 2) : e2 += t3), 3 === r3 && "!--" === e2 && (r3 = 4, h2 = h2[0]);
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
  function k(n3, t3, r2) {
    var u2, i3, f2, o2 = {}, e2 = arguments.length;
    for (f2 in t3) "key" == f2 ? u2 = t3[f2] : "ref" == f2 && "function" != typeof n3 ? i3 = t3[f2] : o2[f2] = t3[f2];
    return e2 > 2 && (o2.children = e2 > 3 ? d.call(arguments, 2) : r2), m(n3, o2, u2, i3, null);
  }
  function m(r2, u2, i3, f2, o2) {
    var e2 = { type: r2, props: u2, key: i3, ref: f2, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o2 || ++t2, __i: -1, __u: 0 };
    return !o2 && n2.vnode && n2.vnode(e2), e2;
  }
  function M() {
    return { current: null };
  }
  function $(n3) {
    return n3.children;
  }
  function x(n3, t3) {
    this.props = n3, this.context = t3, this.__g = 0;
  }
  function S(n3, t3) {
    if (null == t3) return n3.__ && S(n3.__, n3.__i + 1);
    for (var r2; t3 < n3.__k.length; t3++) if ((r2 = n3.__k[t3]) && r2.__e) return r2.__e;
    return "function" != typeof n3.type || n3.props.__P ? null : S(n3);
  }
  function C(t3) {
    var r2, u2 = t3.__v, i3 = u2.__e, f2 = [], o2 = [], e2 = t3.__P;
    e2 && ((r2 = _({ constructor: h }, u2)).__v = u2.__v + 1, n2.vnode && n2.vnode(r2), z(e2, r2, u2, t3.__n, e2.namespaceURI, 32 & u2.__u ? [i3] : null, f2, i3 || S(u2), 32 & u2.__u, o2), r2.__v = u2.__v, r2.__.__k[r2.__i] = r2, E(f2, r2, o2), u2.__ = u2.__e = null, r2.__e != i3 && j(r2));
  }
  function j(n3) {
    if ((n3 = n3.__) && n3.__c && !n3.props.__P) return n3.__e = null, n3.__k.some(function(t3) {
      return t3 && (n3.__e = t3.__e);
    }), j(n3);
  }
  function L2(t3) {
    (8 & t3.__g || (t3.__g |= 8, u.push(t3), f++)) && i == n2.debounceRendering || ((i = n2.debounceRendering) || queueMicrotask)(H);
  }
  function H() {
    try {
      for (var n3, t3 = 1; u.length; ) u.length > t3 && u.sort(o), n3 = u.shift(), t3 = u.length, 8 & n3.__g && C(n3);
    } finally {
      (f = u.length) && (i || queueMicrotask)(H);
    }
  }
  function I(n3, t3, r2, u2, i3, f2, o2, e2, l2, c2, a2) {
    var s2, h2, v2, w2, d2, _2, g2 = u2.__k || y, k2 = t3.length;
    for (l2 = q(r2, t3, g2, l2, k2), s2 = 0; s2 < k2; s2++) null != (v2 = r2.__k[s2]) && (h2 = ~v2.__i && g2[v2.__i] || p, v2.__i = s2, _2 = z(n3, v2, h2, i3, f2, o2, e2, l2, c2, a2), w2 = v2.__e, (h2.ref != v2.ref || 8 & h2.__u) && (h2.ref && G(h2.ref, null, v2, h2), v2.ref && a2.push(v2.ref, v2.__c || w2, v2)), d2 = d2 || w2, 4 & v2.__u ? (l2 = A(v2, l2, n3, !h2.__v), h2.__e && (h2.__e = null)) : "function" == typeof v2.type && void 0 !== _2 ? l2 = _2 : w2 && (l2 = w2.nextSibling), v2.__u &= -21);
    return r2.__e = d2, l2;
  }
  function q(n3, t3, r2, u2, i3) {
    var f2, o2, e2, l2, c2, a2, s2, p2, y2, v2 = r2.length, d2 = v2, _2 = 0, g2 = 0, k2 = n3.__k = Array(i3);
    for (f2 = 0; f2 < i3; f2++) null != (o2 = t3[f2]) && "boolean" != typeof o2 && "function" != typeof o2 ? ("object" != typeof o2 || o2.constructor === String ? o2 = k2[f2] = m(null, o2) : w(o2) ? o2 = k2[f2] = m($, { children: o2 }) : o2.constructor === h && o2.__b ? o2 = k2[f2] = m(o2.type, o2.props, o2.key, o2.ref, o2.__v) : k2[f2] = o2, l2 = f2 + _2, o2.__ = n3, o2.__b = n3.__b + 1, e2 = null, ~(c2 = o2.__i = P(o2, r2, l2, d2)) && (d2--, (e2 = r2[c2]) && (e2.__u |= 2)), e2 && e2.__v ? (o2.__u |= 16, c2 == l2 - 1 ? _2-- : c2 == l2 + 1 ? _2++ : c2 != l2 && (c2 > l2 ? _2-- : _2++, g2 = 1)) : (~c2 || (i3 > v2 ? _2-- : i3 < v2 && _2++), "function" != typeof o2.type && (o2.__u |= 4))) : k2[f2] = null;
    if (g2) {
      for (a2 = [], s2 = [], f2 = 0; f2 < i3; f2++) if ((o2 = k2[f2]) && 16 & o2.__u) {
        for (_2 = 0, p2 = a2.length; _2 < p2; ) a2[y2 = _2 + p2 >> 1] < o2.__i ? _2 = y2 + 1 : p2 = y2;
        a2[_2] = o2.__i, s2[f2] = _2 + 1;
      }
      for (_2 = a2.length; f2--; ) s2[f2] && (s2[f2] == _2 ? _2-- : k2[f2].__u |= 4);
    }
    if (d2) for (f2 = 0; f2 < v2; f2++) !(e2 = r2[f2]) || 2 & e2.__u || (e2.__e == u2 && (u2 = S(e2)), J(e2, e2));
    return u2;
  }
  function A(n3, t3, r2, u2) {
    var i3, f2, o2, e2;
    if ("function" == typeof n3.type) {
      if (n3.props.__P) return t3;
      if (i3 = n3.__k) for (f2 = 0; f2 < i3.length; f2++) i3[f2] && (i3[f2].__ = n3, t3 = A(i3[f2], t3, r2, false));
      return t3;
    }
    for (t3 && !t3.parentNode && (t3 = S(n3)) && !t3.parentNode && (t3 = null), o2 = n3.__e, e2 = t3; e2 && 8 == e2.nodeType; ) e2 = e2.nextSibling;
    for (o2 != e2 && (!u2 && r2.moveBefore && o2.parentNode ? r2.moveBefore(o2, t3) : r2.insertBefore(o2, t3 || null)), t3 = o2; (t3 = t3 && t3.nextSibling) && 8 == t3.nodeType && !t3.data.startsWith("$s"); ) ;
    return t3;
  }
  function P(n3, t3, r2, u2) {
    var i3, f2 = n3.key, o2 = n3.type, e2 = t3[r2], l2 = e2 && !(2 & e2.__u);
    if (null === e2 && null == f2 || l2 && f2 == e2.key && o2 == e2.type) return r2;
    if (u2 > (l2 ? 1 : 0)) {
      for (i3 = r2 - 1; i3 >= 0; i3--) if ((e2 = t3[i3]) && !(2 & e2.__u) && f2 == e2.key && o2 == e2.type) return i3;
      for (i3 = r2 + 1; i3 < t3.length; i3++) if ((e2 = t3[i3]) && !(2 & e2.__u) && f2 == e2.key && o2 == e2.type) return i3;
    }
    return -1;
  }
  function T(n3, t3, r2) {
    null == r2 && (r2 = ""), "-" == t3[0] ? n3.setProperty(t3, r2) : n3[t3] = r2;
  }
  function N(n3, t3, r2, u2, i3) {
    var f2, o2;
    if ("style" == t3) if ("string" == typeof r2) n3.style.cssText = r2;
    else {
      if ("string" == typeof u2 && (n3.style.cssText = u2 = ""), u2) for (t3 in u2) r2 && t3 in r2 || T(n3.style, t3);
      if (r2) for (t3 in r2) u2 && r2[t3] == u2[t3] || T(n3.style, t3, r2[t3]);
    }
    else if ("o" == t3[0] && "n" == t3[1]) "function" != typeof r2 && (r2 = null), "function" != typeof u2 && (u2 = null), (n3.__e || (n3.__e = {}))[t3] = r2, r2 && u2 || (o2 = a[t3] || (a[t3] = V(t3)), (n3.__a || (n3.__a = {}))[t3] = c, f2 = t3 != (t3 = t3.replace(l, "$1")), (t3 = t3.slice(2))[0] < "a" && (t3 = t3.toLowerCase()), r2 ? n3.addEventListener(t3, o2, f2) : n3.removeEventListener(t3, o2, f2));
    else {
      if ("http://www.w3.org/2000/svg" == i3) t3 = t3.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
      else if ("width" != t3 && "height" != t3 && "href" != t3 && "list" != t3 && "form" != t3 && "tabIndex" != t3 && "download" != t3 && "rowSpan" != t3 && "colSpan" != t3 && "role" != t3 && "popover" != t3 && t3 in n3) try {
        return void (n3[t3] = null == r2 ? "" : r2);
      } catch (n4) {
      }
      if ("function" == typeof r2) return;
      null == r2 || false === r2 && "-" != t3[4] ? n3.removeAttribute(t3) : n3.setAttribute(t3, "popover" == t3 && 1 == r2 ? "" : r2);
    }
  }
  function V(t3) {
    return function(r2) {
      var u2 = this.__e;
      if (u2) {
        if (u2 = u2[t3], null == r2[e]) r2[e] = c++;
        else if (r2[e] < this.__a[t3]) return;
        return u2(n2.event ? n2.event(r2) : r2);
      }
    };
  }
  function z(t3, r2, u2, i3, f2, o2, e2, l2, c2, a2) {
    var s2, p2, v2, d2, k2, b, m2, M2, C2, j2, L3, H2, q2, A3, O, P2, T2, N2, V2 = r2.type;
    if (r2.constructor !== h) return null;
    128 & u2.__u && (c2 = 32 & u2.__u, s2 = u2.__c.__z) && (r2.__u |= c2, p2 = o2 = [], 8 == s2.nodeType ? l2 = B(s2, o2) : o2.push(s2), l2 = o2[0] || l2), (s2 = n2.__b) && s2(r2);
    n: if ("function" == typeof V2) {
      v2 = e2.length;
      try {
        if (M2 = r2.props, C2 = (s2 = V2.prototype) && s2.render, j2 = (s2 = V2.contextType) && i3[s2.__c], L3 = s2 ? j2 ? j2.props.value : s2.__ : i3, (d2 = u2.__c) ? (r2.__c = d2, 2 & d2.__g && (d2.__g |= 1)) : (C2 ? r2.__c = d2 = new V2(M2, L3) : (r2.__c = d2 = new x(M2, L3), d2.constructor = V2, d2.render = K), j2 && j2.sub(d2), d2.state || (d2.state = {}), d2.__n = i3, d2.__g |= 8, d2.__h = [], d2.__k = []), C2 && (d2.__s || (d2.__s = d2.state), V2.getDerivedStateFromProps && (d2.__s == d2.state && (d2.__s = _({}, d2.__s)), _(d2.__s, V2.getDerivedStateFromProps(M2, d2.__s)))), k2 = d2.props, b = d2.state, d2.__v = r2, u2.__c) {
          if (M2 !== k2 && C2 && !V2.getDerivedStateFromProps && d2.componentWillReceiveProps && d2.componentWillReceiveProps(M2, L3), r2.__v == u2.__v && !(8 & d2.__g) || !(4 & d2.__g) && d2.shouldComponentUpdate && false === d2.shouldComponentUpdate(M2, d2.__s, L3)) {
            r2.__v != u2.__v && (d2.props = M2, d2.state = d2.__s, d2.__g &= -9), r2.__e = u2.__e, r2.__k = u2.__k, r2.__k.some(function(n3) {
              n3 && (n3.__ = r2);
            }), y.push.apply(d2.__h, d2.__k), d2.__k = [], d2.__h.length && e2.push(d2), l2 = S(u2);
            break n;
          }
          d2.componentWillUpdate && d2.componentWillUpdate(M2, d2.__s, L3), C2 && d2.componentDidUpdate && d2.__h.push(function() {
            d2.componentDidUpdate(k2, b, m2);
          });
        } else C2 && !V2.getDerivedStateFromProps && d2.componentWillMount && d2.componentWillMount(), C2 && d2.componentDidMount && d2.__h.push(d2.componentDidMount);
        d2.context = L3, d2.props = M2, d2.__P = t3, d2.__g &= -5, H2 = n2.__r, q2 = C2 ? 25 : 0;
        do {
          d2.__g &= -9, H2 && H2(r2), s2 = d2.render(d2.props, d2.state = d2.__s, d2.context);
        } while (8 & d2.__g && ++q2 < 25);
        C2 && (y.push.apply(d2.__h, d2.__k), d2.__k = []), d2.state = d2.__s, d2.getChildContext && (i3 = _({}, i3, d2.getChildContext())), C2 && u2.__c && d2.getSnapshotBeforeUpdate && (m2 = d2.getSnapshotBeforeUpdate(k2, b)), A3 = s2 && s2.type === $ && null == s2.key ? s2.props.children : s2, M2.__P && (s2 = l2, f2 = (t3 = M2.__P).namespaceURI, c2 = o2 = null, u2.props && u2.props.__P != t3 && (u2.__k.some(function(n3) {
          n3 && J(n3, n3);
        }), u2.__k = null), l2 = u2.__k ? S(u2, 0) : null), l2 = I(t3, w(A3) ? A3 : [A3], r2, u2, i3, f2, o2, e2, l2, c2, a2), M2.__P && (r2.__e = null, l2 = s2), r2.__u &= -161, p2 && p2.some(g), d2.__h.length && e2.push(d2), 1 & d2.__g && (d2.__g &= -4);
      } catch (t4) {
        if (e2.length = v2, r2.__v = null, c2 || o2) if (t4 && t4.then) {
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
        r2.__k || (r2.__k = u2.__k || []), t4 && t4.then || D(r2), n2.__e(t4, r2, u2);
      }
    } else l2 = r2.__e = F(u2.__e, r2, u2, i3, f2, o2, e2, c2, a2, t3);
    return (s2 = n2.diffed) && s2(r2), l2;
  }
  function B(n3, t3) {
    if (n3 && 8 == n3.nodeType && n3.data.startsWith("$s")) for (var r2 = 1; n3 = n3.nextSibling; ) {
      if (8 == n3.nodeType) {
        if (n3.data.startsWith("$s")) r2++;
        else if (n3.data.startsWith("/$s") && !--r2) return n3;
      }
      t3 && t3.push(n3);
    }
  }
  function D(n3) {
    n3 && (n3.__c && (n3.__c.__g |= 4), n3.__k && n3.__k.some(D));
  }
  function E(t3, r2, u2) {
    for (var i3 = 0; i3 < u2.length; ) G(u2[i3++], u2[i3++], u2[i3++]);
    n2.__c && n2.__c(r2, t3), t3.some(function(r3) {
      try {
        t3 = r3.__h, r3.__h = [], t3.some(function(n3) {
          n3.call(r3);
        });
      } catch (t4) {
        n2.__e(t4, r3.__v);
      }
    });
  }
  function F(t3, r2, u2, i3, f2, o2, e2, l2, c2, a2) {
    var s2, h2, y2, _2, k2, b, m2, M2, $2 = u2.props || p, x3 = r2.props, C2 = r2.type;
    if ("svg" == C2 ? f2 = "http://www.w3.org/2000/svg" : "math" == C2 ? f2 = "http://www.w3.org/1998/Math/MathML" : f2 || (f2 = "http://www.w3.org/1999/xhtml"), o2) {
      for (s2 = 0; s2 < o2.length; s2++) if ((k2 = o2[s2]) && (C2 ? k2.localName == C2 : 3 == k2.nodeType)) {
        t3 = k2, o2[s2] = null;
        break;
      }
    }
    if (!t3) {
      if (M2 = a2.ownerDocument || document, !C2) return M2.createTextNode(x3);
      t3 = M2.createElementNS(f2, C2, x3.is ? x3 : a2), l2 && (n2.__m && n2.__m(r2, o2), l2 = false), o2 = null;
    }
    if (C2) {
      if (a2 = "template" == C2 && t3.content || t3, o2 = "textarea" == C2 && null != x3.defaultValue ? null : o2 && d.call(a2.childNodes), !l2 && o2) for ($2 = {}, s2 = 0; s2 < t3.attributes.length; s2++) $2[(k2 = t3.attributes[s2]).name] = k2.value;
      for (s2 in $2) k2 = $2[s2], "dangerouslySetInnerHTML" == s2 ? y2 = k2 : "children" == s2 || s2 in x3 || "value" == s2 && "defaultValue" in x3 || "checked" == s2 && "defaultChecked" in x3 || N(t3, s2, null, k2, f2);
      for (s2 in x3) k2 = x3[s2], "children" == s2 ? _2 = k2 : "dangerouslySetInnerHTML" == s2 ? h2 = k2 : "value" == s2 ? b = k2 : "checked" == s2 ? m2 = k2 : l2 && "function" != typeof k2 || $2[s2] === k2 || N(t3, s2, k2, $2[s2], f2);
      h2 ? (l2 || y2 && (h2.__html == y2.__html || h2.__html == t3.innerHTML) || (t3.innerHTML = h2.__html), r2.__k = []) : (y2 && (t3.textContent = ""), ("foreignObject" == C2 || "http://www.w3.org/1998/Math/MathML" == f2 && v.test(C2)) && (f2 = "http://www.w3.org/1999/xhtml"), I(a2, w(_2) ? _2 : [_2], r2, u2, i3, f2, o2, e2, o2 ? o2[0] : u2.__k && S(u2, 0), l2, c2), o2 && o2.some(g)), l2 && "textarea" != C2 || (s2 = "value", "progress" == C2 && null == b ? t3.removeAttribute(s2) : null == b || b === t3[s2] && ("progress" != C2 || b) || N(t3, s2, b, $2[s2], f2), s2 = "checked", null != m2 && m2 != t3[s2] && N(t3, s2, m2, $2[s2], f2));
    } else $2 === x3 || l2 && t3.data == x3 || (t3.data = x3);
    return t3;
  }
  function G(t3, r2, u2, i3) {
    try {
      "function" == typeof t3 ? r2 ? r2.__x = t3(r2) || 1 : i3 && (i3 = i3.__c || i3.__e) && (r2 = i3.__x) && (i3.__x = null, "function" == typeof r2 ? r2() : t3(null)) : t3.current = r2;
    } catch (t4) {
      n2.__e(t4, u2);
    }
  }
  function J(t3, r2, u2) {
    var i3, f2, o2, e2;
    if (n2.unmount && n2.unmount(t3), !(i3 = t3.ref) || i3.current && i3.current != t3.__e || G(i3, null, r2, t3), i3 = t3.__c) {
      if (i3.componentWillUnmount) try {
        i3.componentWillUnmount();
      } catch (t4) {
        n2.__e(t4, r2);
      }
      i3.__P = i3.__n = null;
    }
    if (i3 = t3.__k) for (e2 = 0; e2 < i3.length; e2++) i3[e2] && J(i3[e2], r2, "function" != typeof t3.type || u2 && !t3.props.__P);
    !u2 && (i3 = t3.__c) && (i3 = i3.__z) && (f2 = B(i3, o2 = [])) && (i3 == t3.__e && o2.some(g), g(f2), g(i3)), u2 || g(t3.__e), t3.__e = t3.__c = t3.__ = null;
  }
  function K(n3, t3, r2) {
    return this.constructor(n3, r2);
  }
  function Q(t3, r2) {
    var u2, i3, f2, o2;
    n2.__ && n2.__(t3, r2), 9 == r2.nodeType && (r2 = r2.documentElement), i3 = (u2 = t3 && 32 & t3.__u) ? null : r2.__k, r2.__k = m($, { children: [t3] }), f2 = [], o2 = [], z(r2, r2.__k, i3 || p, p, r2.namespaceURI, i3 ? null : r2.firstChild ? d.call(r2.childNodes) : null, f2, i3 ? i3.__e : r2.firstChild, u2, o2), E(f2, r2.__k, o2), r2.__k.props.children = null;
  }
  n2 = { __e: function(n3, t3, r2, u2) {
    for (var i3, o2, e2; t3 = t3.__; ) if ((i3 = t3.__c) && !(1 & i3.__g)) {
      i3.__g |= 4;
      try {
        if ((e2 = (o2 = i3.constructor) && o2.getDerivedStateFromError) && i3.setState(o2.getDerivedStateFromError(n3)), i3.componentDidCatch && (i3.componentDidCatch(n3, u2 || {}), e2 = 1), e2 && 8 & i3.__g) return void (i3.__g |= 2);
      } catch (t4) {
        n3 = t4;
      }
    }
    throw f = 0, n3;
  } }, t2 = 0, r = function(n3) {
    return null != n3 && n3.constructor === h;
  }, x.prototype.setState = function(n3, t3) {
    var r2 = this.__s;
    r2 && r2 != this.state || (r2 = this.__s = _({}, this.state)), "function" == typeof n3 && (n3 = n3(_({}, r2), this.props)), n3 && (_(r2, n3), this.__v && (t3 && this.__k.push(t3), L2(this)));
  }, x.prototype.forceUpdate = function(n3) {
    this.__v && (this.__g |= 4, n3 && this.__h.push(n3), L2(this));
  }, x.prototype.render = $, u = [], f = 0, o = function(n3, t3) {
    return n3.__v.__b - t3.__v.__b;
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

  // src/elements/rows.js
  function dot(colour) {
    const style = { background: colour };
    return html`<span class="swatch" style=${style}></span>`;
  }
  function figureRow({ name, figure: figure2, chart, swatch, open, note: note3 }) {
    const mark = swatch ? dot(swatch) : null;
    const content = html`<span class="name">${mark}<span class="grow">${name}</span><span class="figure">${figure2}</span></span>
    ${chart}
    ${note3 === void 0 ? null : html`<span class="meta">${note3}</span>`}`;
    if (!open) return html`<div class="class-row">${content}</div>`;
    return html`<button type="button" class="class-row" onClick=${open}>${content}</button>`;
  }

  // src/parts/rail.js
  var rail = {
    id: "yz-rail",
    attributes: (page) => ({ hidden: !isRailed(page), "aria-label": page.say("zones") }),
    content(page) {
      if (!isRailed(page)) return null;
      return html`<button type="button" class="back" onClick=${() => page.open(null)}>${page.text(page.view.title)}</button>
      ${page.data.zones.map(
        (zone) => html`<button key=${zone.key} type="button" data-key=${zone.key} class=${classes("rail-zone", page.state.opened === zone.key && "open")}
          aria-current=${page.state.opened === zone.key ? "true" : null} onClick=${() => page.open(zone.key)}>
          ${dot(zone.colour)}<b>${page.text(zone.shortest)}</b>
        </button>`
      )}`;
    }
  };
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
  function figureOf(project2, name) {
    return name === "land" ? landOf(project2) : project2[name];
  }
  function valuesOf(project2, name) {
    if (name === "zones") return project2.zone_ids.length ? project2.zone_ids : [project2.located ? OUTSIDE : UNLOCATED];
    if (name === "classes") return [project2.class];
    if (name === "lists") return [project2.list ?? UNSTATED];
    if (name === "towns") return project2.towns.length ? project2.towns : [UNLOCATED];
    return name === "evidence" ? [project2.evidence ?? UNLOCATED] : [];
  }
  function isAmong(chosen, values) {
    return !chosen.length || values.some((value) => chosen.includes(value));
  }
  function isWithin(range2, value) {
    if (!range2) return true;
    if (value === null) return range2.unstated;
    return (range2.from === null || value >= range2.from) && (range2.to === null || value <= range2.to);
  }
  function isWanted({ filter: filter2 }, project2, besides) {
    return OF_PROJECTS.every((name) => name === besides || isAmong(filter2[name], valuesOf(project2, name))) && RANGES.every((name) => name === besides || isWithin(filter2[name], figureOf(project2, name)));
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
    const parts = [...Object.entries(CHOICES), ...RANGES.map((name) => (
      /** @type {const} */
      [name, name]
    ))];
    return parts.filter(([, part]) => {
      const value = filter2[
        /** @type {keyof Filter} */
        part
      ];
      return Array.isArray(value) ? value.length > 0 : value !== null;
    });
  }
  function ranged(filter2, name, range2) {
    const isAll = range2.from === null && range2.to === null && range2.unstated;
    return { ...filter2, [name]: isAll ? null : range2 };
  }
  function toggled(filter2, name, value) {
    const chosen = filter2[name];
    return { ...filter2, [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] };
  }
  function addressed(filter2) {
    return partsOf(filter2).map(([name, part]) => {
      const value = filter2[
        /** @type {keyof Filter} */
        part
      ];
      if (Array.isArray(value)) return `${name}=${value.map(encodeURIComponent).join(",")}`;
      return `${name}=${rangeWords(
        /** @type {FigureRange} */
        value
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
  function makeDocument(page) {
    let isRoomy = null;
    const dialog2 = (
      /** @type {HTMLDialogElement} */
      byId("yz-dialog")
    );
    function fitLegend() {
      const widest = parseFloat(getComputedStyle(byId("yz-legend")).maxWidth);
      const hasRoom = byId("yz-map").offsetWidth > 2 * widest;
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
        document.documentElement.dataset.theme = isDark(page.state) ? "dark" : "light";
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
  function outside(lat, lon) {
    return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
  }
  function fromWgs84(lat, lon) {
    if (outside(lat, lon)) return { lat, lon };
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
      _shift(point, zoom) {
        const gcj02 = this._map.unproject(point, zoom);
        const truth = toWgs84(gcj02.lat, gcj02.lng);
        return this._map.project([truth.lat, truth.lon], zoom).subtract(point);
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
    const { leaflet: map, tiles } = page;
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
        map.removeLayer(layer);
        layer.off("tileerror", failed).off("tileload", arrived);
      }
      active = layersOf(page.state.basemap);
      for (const layer of active) {
        layer.on("tileerror", failed).on("tileload", arrived);
        map.addLayer(layer);
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

  // src/outputs/inside.js
  function placeInside(shape) {
    if (shape.type === "Point") return shape.coordinates.slice(0, 2);
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    const stretches = parts.flatMap((rings) => stretchesAt(rings, halfway(rings[0])));
    stretches.sort((a2, b) => b.width - a2.width);
    return stretches[0].at;
  }
  function isInside([x3, y2], shape) {
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return parts.some((rings) => stretchesAt(rings, y2).some(({ width, at }) => Math.abs(x3 - at[0]) <= width / 2));
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
    const stretches = [];
    for (let i3 = 0; i3 + 1 < crossed.length; i3 += 2) {
      const [from, to] = [crossed[i3], crossed[i3 + 1]];
      stretches.push({ width: to - from, at: [(from + to) / 2, y2] });
    }
    return stretches;
  }

  // src/elements/links.js
  function link(page, key, note3) {
    const { name } = page.data.subjects[key];
    return opener(page, key, "", html`${page.text(name)}${note3 ? html`<span class="meta">${`  ${note3}`}</span>` : null}`);
  }
  function namedLink(page, key, words2) {
    return opener(page, key, "", words2 || page.text(page.data.subjects[key].name));
  }
  function details(page, key) {
    const label = `${page.say("details")} ${page.text(page.data.subjects[key].name)}`;
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

  // src/map/room.js
  var GOLDEN_ANGLE = 2.39996;
  var SEED_PX = 9;
  var SEED_SPACE = 1.35;
  var FARTHER_PX = 14;
  function seeds(count, radius3) {
    return Array.from({ length: count }, (_2, index) => {
      const angle = index * GOLDEN_ANGLE;
      const reach = SEED_PX * Math.sqrt(index) * SEED_SPACE + (index ? radius3 * 0.6 : 0);
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    });
  }
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
  function labelSpots(middle, frame, w2, h2) {
    const x3 = (frame.left + frame.right) / 2;
    const y2 = (frame.top + frame.bottom) / 2;
    return [
      middle,
      { x: middle.x, y: middle.y - 2 * h2 },
      { x: middle.x, y: middle.y + 2 * h2 },
      { x: x3, y: y2 },
      { x: x3, y: frame.bottom + h2 + 3 },
      { x: x3, y: frame.top - h2 - 3 },
      { x: frame.right + w2, y: y2 },
      { x: frame.left - w2, y: y2 },
      { x: x3, y: frame.bottom + h2 + FARTHER_PX },
      { x: x3, y: frame.top - h2 - FARTHER_PX }
    ];
  }
  function freeSpot(spots, w2, h2, taken, isFit = () => true) {
    return spots.find((spot) => isFree(around(spot, w2, h2), taken) && isFit(spot));
  }
  var MOST_SYMBOLS = 60;
  function isCrowded(count) {
    return count > MOST_SYMBOLS;
  }
  var MOST_LAID_OUT = 12;
  var SMALLEST_DISC_PX = 13;
  var LARGEST_DISC_PX = 30;
  function gathered(lots) {
    let all = lots.map((lot) => {
      const isOpen = lot.count <= MOST_LAID_OUT;
      return { x: lot.x, y: lot.y, radius: isOpen ? lot.reach : discRadius([lot]), lots: [lot], isOpen };
    });
    const crowded = all.filter((one) => one.isOpen && one.lots[0].count > 1 && all.some((other) => touches(one, other)));
    for (const one of crowded) Object.assign(one, { isOpen: false, radius: discRadius(one.lots) });
    for (let before = Number.POSITIVE_INFINITY; all.length < before; ) {
      before = all.length;
      all = joined(all);
    }
    return all;
  }
  function joined(all) {
    const next = [];
    for (const one of [...all].sort((a2, b) => b.radius - a2.radius)) {
      const host = next.find((other) => touches(one, other));
      if (!host) {
        next.push({ ...one });
        continue;
      }
      const [mine, theirs] = [countOf(one.lots), countOf(host.lots)];
      host.x = (host.x * theirs + one.x * mine) / (theirs + mine);
      host.y = (host.y * theirs + one.y * mine) / (theirs + mine);
      host.lots = host.lots.concat(one.lots);
      host.isOpen = false;
      host.radius = discRadius(host.lots);
    }
    return next;
  }
  function touches(one, other) {
    return one !== other && Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius;
  }
  var countOf = (lots) => lots.reduce((sum2, lot) => sum2 + lot.count, 0);
  function discRadius(lots) {
    const sum2 = lots.reduce((whole, lot) => whole + lot.sum, 0);
    return Math.min(LARGEST_DISC_PX, Math.max(SMALLEST_DISC_PX, 4 + 1.4 * Math.sqrt(sum2)));
  }

  // src/map/clusters.js
  var MOST_LISTED = 200;
  var FAINT = 0.2;
  var BELOW_PX = 4;
  var LABEL = { permanent: true, direction: "center", opacity: 1, interactive: false };
  function makeClusters(page) {
    const map = page.leaflet;
    const discs = L.layerGroup().addTo(map);
    const byKey = new Map(page.data.projects.map((project2) => [project2.key, project2]));
    const isProject = (shape) => byKey.has(shape.key);
    const projectsOf = (shapes) => [...new Set(shapes.flatMap((shape) => byKey.get(shape.key) || []))];
    function placesOf2(shapes) {
      var _a2, _b2;
      const groups = /* @__PURE__ */ new Map();
      for (const shape of shapes) {
        const at = `${(_a2 = shape.home) == null ? void 0 : _a2.lat},${(_b2 = shape.home) == null ? void 0 : _b2.lng}`;
        groups.set(at, [...groups.get(at) || [], shape]);
      }
      return [...groups.values()].map((group3) => {
        const { x: x3, y: y2 } = map.latLngToLayerPoint(
          /** @type {L.LatLng} */
          group3[0].home
        );
        const radii = group3.map(({ options }) => (
          /** @type {L.CircleMarkerOptions} */
          options.radius || 0
        ));
        const widest = Math.max(...radii);
        const [dx, dy] = seeds(group3.length, widest)[group3.length - 1];
        const sum2 = projectsOf(group3).reduce((whole, { investment }) => whole + (investment || 0), 0);
        return { x: x3, y: y2, count: group3.length, sum: sum2, reach: Math.hypot(dx, dy) + widest, shapes: group3 };
      });
    }
    function tell(shapes, at) {
      const box2 = document.createElement("div");
      const projects4 = projectsOf(shapes);
      projects4.sort((a2, b) => (b.investment || 0) - (a2.investment || 0));
      const rows = projects4.slice(0, MOST_LISTED).map((project2) => {
        const invests = page.numbers.investment(project2);
        return html`${namedLink(page, project2.key, "")}<span class="meta">${invests}</span>`;
      });
      Q(html`<p>${words2(shapes)}</p>${list(rows)}`, box2);
      L.popup({ maxHeight: 260, minWidth: 220, maxWidth: 280, autoPanPadding: [20, 20] }).setLatLng(at).setContent(box2).openOn(map);
    }
    const invested2 = (shapes) => page.numbers.invested(projectsOf(shapes));
    const sumLines = (shapes) => invested2(shapes).split(/(?=[（(])/);
    const words2 = (shapes) => `${page.numbers.projects(projectsOf(shapes).length)} · ${invested2(shapes)}`;
    function colourOf(shapes) {
      const colours = new Set(shapes.map((shape) => shape.options.color));
      return colours.size === 1 ? [...colours][0] : page.theme.quiet();
    }
    function open(shapes, at) {
      const bounds = L.latLngBounds(shapes.map((shape) => (
        /** @type {L.LatLng} */
        shape.home
      )));
      const isOnePlace = bounds.getNorthEast().equals(bounds.getSouthWest());
      if (isOnePlace || map.getZoom() >= map.getMaxZoom()) tell(shapes, at);
      else {
        page.map.stay(true);
        map.fitBounds(bounds, { padding: [60, 60], maxZoom: map.getZoom() + 3 });
      }
    }
    function label(at, lines, className, down) {
      const box2 = document.createElement("div");
      Q(
        lines.map((words3) => html`<span>${words3}</span>`),
        box2
      );
      const tip = L.tooltip({ ...LABEL, className, offset: [0, down] });
      discs.addLayer(tip.setLatLng(at).setContent(box2));
      return tip;
    }
    function draw(gathering) {
      var _a2, _b2;
      const { x: x3, y: y2, radius: radius3 } = gathering;
      const shapes = (
        /** @type {Place[]} */
        gathering.lots.flatMap((place) => place.shapes)
      );
      for (const shape of shapes) show(shape, gathering);
      const at = map.layerPointToLatLng([x3, y2]);
      const colour = colourOf(shapes);
      const disc2 = L.circleMarker(at, {
        radius: radius3,
        className: "cluster",
        weight: 1.5,
        color: colour,
        fillColor: colour,
        fillOpacity: 0.75
      });
      disc2.on("click", (event) => {
        if (page.measure.isActive()) return;
        L.DomEvent.stopPropagation(event);
        open(shapes, at);
      });
      disc2.bindTooltip(() => words2(shapes), { sticky: true });
      discs.addLayer(disc2);
      label(at, [String(projectsOf(shapes).length)], "cluster-label", 0);
      const sum2 = label(at, sumLines(shapes), "cluster-label sum", 0);
      sum2.options.offset = L.point(0, radius3 + BELOW_PX + Number((_a2 = sum2.getElement()) == null ? void 0 : _a2.offsetHeight) / 2);
      sum2.update();
      (_b2 = disc2.getElement()) == null ? void 0 : _b2.setAttribute("tabindex", "-1");
      return { at: L.point(x3, y2), radius: radius3, sum: sum2 };
    }
    return {
      /**
       * Draws what is too many as discs, and gives what is left to be laid out one by one, and the room that discs take.
       * @param {DrawnShape[]} symbols
       * @returns {Arrangement}
       */
      arrange(symbols) {
        discs.clearLayers();
        for (const shape of symbols) show(shape, void 0);
        const projects4 = symbols.filter((shape) => isProject(shape) && !isFaint(shape));
        if (!isCrowded(projects4.length)) return { single: symbols, discs: [] };
        const closed = gathered(placesOf2(projects4)).filter((one) => !one.isOpen);
        const room = closed.map(draw);
        function isGone(shape) {
          if (isProject(shape)) return isFaint(shape) || shape.within !== void 0;
          return room.some((disc2) => covers(map, disc2, shape));
        }
        for (const shape of symbols.filter(isGone)) hide(shape);
        return { single: symbols.filter((shape) => !isGone(shape)), discs: room };
      }
    };
    function show(shape, gathering) {
      var _a2;
      (_a2 = shape.getElement()) == null ? void 0 : _a2.removeAttribute("display");
      shape.within = gathering && { at: map.layerPointToLatLng([gathering.x, gathering.y]), radius: gathering.radius };
    }
  }
  function isFaint(shape) {
    return Number(shape.options.opacity) <= FAINT;
  }
  function hide(shape) {
    var _a2;
    (_a2 = shape.getElement()) == null ? void 0 : _a2.setAttribute("display", "none");
  }
  function covers(map, { at, radius: radius3 }, shape) {
    return map.latLngToLayerPoint(
      /** @type {L.LatLng} */
      shape.home
    ).distanceTo(at) < radius3;
  }

  // src/map/labels.js
  var LABEL_ABOVE_PX = 12;
  var CLEAR_PX = 2;
  var LABEL2 = { permanent: true, direction: "center", opacity: 1, interactive: false };
  function makeLabels(page, shapes) {
    const map = page.leaflet;
    const clusters = makeClusters(page);
    const names = L.layerGroup().addTo(map);
    const circles = L.layerGroup();
    function label(place, more2) {
      const box2 = document.createElement("div");
      const tip = place(L.tooltip({ ...LABEL2, ...more2 }));
      return { tip, box: box2 };
    }
    const zones2 = page.data.zones.flatMap((zone) => {
      const { middle } = zone;
      if (!middle) return [];
      const { tip, box: box2 } = label((tip2) => tip2.setLatLng(middle), { className: "zone-label" });
      tip.setContent(box2);
      map.addLayer(tip);
      return [{ tip, box: box2, zone, middle }];
    });
    const places = page.data.places.map((place) => {
      const shared2 = shapes.countAt(place);
      const above = shared2 ? -(LABEL_ABOVE_PX + 9 * Math.sqrt(shared2)) : 0;
      const at = [place.lat, place.lon];
      const more2 = { className: "place-label", offset: L.point(0, above) };
      const { tip } = label((tip2) => tip2.setLatLng(at), more2);
      const name = document.createElement("span");
      name.className = "name";
      tip.setContent(name);
      names.addLayer(tip);
      const style = { className: "uncertainty", weight: 1, dashArray: "2 4", fill: false, interactive: false };
      circles.addLayer(L.circle(at, { radius: place.uncertainty_m, ...style }));
      return { tip, name, place };
    });
    function frameOf({ zone }) {
      const bounds = shapes.byKey[zone.key].getBounds();
      const low = map.latLngToLayerPoint(bounds.getSouthWest());
      const high = map.latLngToLayerPoint(bounds.getNorthEast());
      return { left: low.x, right: high.x, top: high.y, bottom: low.y };
    }
    const isOuter = ({ zone }) => shapes.byKey[zone.key].base.fillOpacity === 0;
    function isFit(spot, label2, w2, h2) {
      const inside = zones2.filter(({ zone }) => {
        return [-h2, 0, h2].some((step) => {
          const at = map.layerPointToLatLng([spot.x, spot.y + step]);
          const outline = shapes.byKey[zone.key];
          return outline.getBounds().contains(at) && isInside([at.lng, at.lat], outline.feature.geometry);
        });
      });
      if (inside.length && !inside.includes(label2)) return false;
      if (isOuter(label2) && !(inside.length && inside.every((one) => one === label2 || isOuter(one)))) return false;
      const view = viewOf(map);
      return !isWithin2(around(map.latLngToLayerPoint(label2.middle), 0, 0), view) || isWithin2(around(spot, w2, h2), view);
    }
    function placeZone(label2, taken) {
      const { tip, zone, middle } = label2;
      const node = tip.getElement();
      if (!node || !shapes.byKey[zone.key]) return;
      const frame = frameOf(label2);
      for (const isBare of [false, true]) {
        node.classList.toggle("bare", isBare);
        const w2 = node.offsetWidth / 2 + CLEAR_PX;
        const h2 = node.offsetHeight / 2 + CLEAR_PX;
        const spots = labelSpots(map.latLngToLayerPoint(middle), frame, w2, h2);
        const spot = freeSpot(spots, w2, h2, taken, (one) => isFit(one, label2, w2, h2));
        if (!spot) continue;
        node.style.visibility = "";
        taken.push(around(spot, w2, h2));
        tip.setLatLng(map.layerPointToLatLng([spot.x, spot.y]));
        return;
      }
      node.style.visibility = "hidden";
    }
    function zonesByRank() {
      const isOpened = ({ zone }) => Number(zone.key === page.state.opened);
      return [...zones2].sort((a2, b) => isOpened(b) - isOpened(a2) || a2.zone.rank - b.zone.rank);
    }
    function showWhereFree(tip, taken) {
      const node = tip.getElement();
      const at = tip.getLatLng();
      if (!node || !at) return;
      const point = map.latLngToLayerPoint(at).add(
        /** @type {L.Point} */
        tip.options.offset
      );
      const box2 = around(point, node.offsetWidth / 2, node.offsetHeight / 2);
      const isShown = isFree(box2, taken);
      node.style.visibility = isShown ? "" : "hidden";
      if (isShown) taken.push(box2);
    }
    return {
      names,
      circles,
      write() {
        for (const { tip, box: box2, zone } of zones2) {
          const lines = (
            /** @type {string[]} */
            [].concat(page.view.label(zone)).filter(Boolean)
          );
          const content = html`<span class="name">${page.text(zone.short)}</span>
          ${lines.map((line2) => html`<span class="area">${line2}</span>`)}`;
          Q(content, box2);
          tip.update();
        }
        for (const { tip, name, place } of places) {
          name.textContent = page.text(place.name);
          tip.update();
        }
      },
      /** Spreads the symbols, and puts labels where they cover none. */
      arrange() {
        const { single, discs } = clusters.arrange(shapes.symbols().filter((shape) => shape.options.opacity !== 0));
        spread(map, single);
        const taken = single.map((shape) => {
          const reach = radiusOf(shape) + CLEAR_PX;
          return around(map.latLngToLayerPoint(placeOf(shape)), reach, reach);
        });
        taken.push(...discs.map(({ at, radius: radius3 }) => around(at, radius3 + CLEAR_PX, radius3 + CLEAR_PX)));
        for (const label2 of zonesByRank()) placeZone(label2, taken);
        for (const { sum: sum2 } of discs) showWhereFree(sum2, taken);
        for (const { tip } of places) showWhereFree(tip, taken);
      }
    };
  }
  function viewOf(map) {
    const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
    const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
    return { left, top, right, bottom };
  }
  function placeOf(shape) {
    if (shape.within) return shape.within.at;
    return (
      /** @type {() => L.LatLng} */
      shape.getLatLng.call(shape)
    );
  }
  function radiusOf(shape) {
    var _a2;
    return ((_a2 = shape.within) == null ? void 0 : _a2.radius) || /** @type {L.CircleMarkerOptions} */
    shape.options.radius || 0;
  }
  function spread(map, shapes) {
    const groups = /* @__PURE__ */ new Map();
    for (const shape of shapes) {
      const home = (
        /** @type {L.LatLng} */
        shape.home
      );
      const at = `${home.lat},${home.lng}`;
      groups.set(at, [...groups.get(at) || [], shape]);
    }
    for (const group3 of groups.values()) {
      group3.sort((a2, b) => radiusOf(b) - radiusOf(a2));
      const middle = map.latLngToLayerPoint(
        /** @type {L.LatLng} */
        group3[0].home
      );
      const offsets = seeds(group3.length, radiusOf(group3[0]));
      group3.forEach((shape, index) => {
        shape.setLatLng(map.layerPointToLatLng(middle.add(offsets[index])));
      });
    }
  }

  // src/map/shapes.js
  var LAYERS = {
    zones: { kind: "zone", id: "zone_id" },
    parks: { kind: "park", id: "park_id" },
    projects: { kind: "project", id: "project_id" }
  };
  var SYMBOLS = ["parks", "projects"];
  function makeShapes(page) {
    const { leaflet: map, layers } = page;
    const byKey = {};
    const allByKey = {};
    function shapesOf2(name) {
      return layers[name] ? (
        /** @type {DrawnShape[]} */
        /** @type {unknown} */
        layers[name].getLayers()
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
      }
    }
    return {
      byKey,
      allByKey,
      shapesOf: shapesOf2,
      /** Symbols of the layers that are on. */
      symbols: () => SYMBOLS.filter((name) => layers[name] && map.hasLayer(layers[name])).flatMap(shapesOf2).filter((shape) => shape.home),
      /** The number of symbols at a place, of visible and hidden layers. @param {Place} place */
      countAt: ({ lat, lon }) => SYMBOLS.flatMap(shapesOf2).filter((shape) => {
        var _a2;
        return ((_a2 = shape.home) == null ? void 0 : _a2.lat) === lat && shape.home.lng === lon;
      }).length,
      /** The district is ground: the pointer goes through it, and its colours are the theme's. */
      layGround() {
        for (const shape of shapesOf2("district")) {
          const element = shape.getElement();
          if (!element) continue;
          element.classList.remove("leaflet-interactive");
          element.classList.add("district-shape");
        }
      }
    };
  }
  function putHatches(page) {
    const square = { width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    const patterns = page.data.zones.map(
      ({ zone_id, colour }) => html`<pattern id=${`yz-hatch-${zone_id}`} ...${square}>
      <rect width="6" height="6" fill=${colour} fill-opacity=".18" /><rect width="2.4" height="6" fill=${colour} />
    </pattern>`
    );
    const pane = (
      /** @type {HTMLElement} */
      page.leaflet.getPane("overlayPane")
    );
    const drawing = pane.querySelector("svg");
    if (!drawing) return;
    const defs = document.createElementNS("http://www.w3.org/2000/svg", "defs");
    drawing.appendChild(defs);
    Q(patterns, defs);
  }

  // src/map/sight.js
  var CONTROLS_PX = 52;
  var LEAST_SIGHT_PX = 60;
  var EDGE_PX = 6;
  function makeSight(page) {
    var _a2;
    const { leaflet: map, data } = page;
    const container = map.getContainer();
    let isWhole = true;
    let isAway = false;
    let isFlying = false;
    function under() {
      const panel2 = byId("yz-panel");
      if (panel2.hidden || getComputedStyle(panel2).position !== "fixed") return 0;
      const covered = container.getBoundingClientRect().bottom - panel2.getBoundingClientRect().top;
      return Math.max(0, Math.min(map.getSize().y - LEAST_SIGHT_PX, covered));
    }
    function margins(px) {
      const legend2 = (
        /** @type {HTMLDetailsElement} */
        byId("yz-legend")
      );
      const isWide = map.getSize().x > 2 * legend2.offsetWidth;
      const covers2 = getComputedStyle(legend2).position === "absolute" && legend2.open && isWide;
      return {
        paddingTopLeft: [covers2 ? legend2.offsetWidth + px / 2 : px, px],
        paddingBottomRight: [px, px + under()]
      };
    }
    function legendHeight() {
      return container.getBoundingClientRect().bottom - byId("yz-legend").getBoundingClientRect().top + EDGE_PX;
    }
    function home() {
      isWhole = true;
      isAway = false;
      if (isFlying) {
        map.once("zoomend", () => {
          if (isWhole) home();
        });
        return;
      }
      const zoom = map.getBoundsZoom(data.bounds, false, L.point(12, 12));
      const low = map.project(data.bounds[0], zoom);
      const high = map.project(data.bounds[1], zoom);
      const size = map.getSize();
      const covered = margins(12).paddingTopLeft[0];
      const left = Math.max(EDGE_PX, Math.min(covered, size.x - Math.abs(high.x - low.x) - CONTROLS_PX));
      const spare = size.y - Math.abs(high.y - low.y) - 12;
      const bottom = left < covered ? Math.max(EDGE_PX, Math.min(legendHeight(), spare)) : EDGE_PX;
      map.fitBounds(data.bounds, {
        paddingTopLeft: [left, EDGE_PX],
        paddingBottomRight: [EDGE_PX, bottom],
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
      map.fitBounds(bounds, { maxZoom, ...margins(under() ? 16 : 40) });
    }
    function reach(at) {
      map.panInside(at, { paddingTopLeft: [80, 30], paddingBottomRight: [80, under() + 30] });
    }
    map.on("zoomanim", () => {
      isFlying = true;
    });
    map.on("zoomend", () => {
      isFlying = false;
    });
    map.on("dragstart boxzoomend", stray);
    map.on("dblclick", () => {
      if (map.doubleClickZoom.enabled()) stray();
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
      reach,
      isWhole: () => isWhole,
      isAway: () => isAway,
      /** As long as the reader looks at the whole district, it stays whole in a map of another size. */
      resized() {
        map.invalidateSize({ pan: false });
        if (isWhole) home();
      }
    };
  }

  // src/map/map.js
  var FAR_ZOOM = 10.5;
  var OPENED_PX = 4;
  var RING_PX = 5;
  var ZONE_ZOOM = 13;
  var PARCEL_ZOOM = 17;
  var LOOKS = (
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
  function makeMap(page) {
    const { leaflet: map, layers } = page;
    const shapes = makeShapes(page);
    const sight = makeSight(page);
    const labels = makeLabels(page, shapes);
    const halo = L.layerGroup().addTo(map);
    const { byKey, allByKey } = shapes;
    function pathOf(key, shape) {
      const subject = page.data.subjects[key];
      const path = { opacity: 1, ...shape.base, ...page.view.style(key, subject, shape.base) };
      if (key === page.state.opened && !shape.home) path.weight = OPENED_PX;
      if (subject.kind === "park" && path.opacity !== 0) path.fillColor = page.theme.variable("--panel");
      return path;
    }
    function restyle() {
      for (const shape of Object.values(allByKey).flat()) {
        const path = pathOf(shape.key, shape);
        shape.setStyle(path);
        if (shape.setRadius) shape.setRadius(path.radius);
        const element = (
          /** @type {SVGElement | undefined} */
          shape.getElement()
        );
        if (!element) continue;
        element.style.pointerEvents = path.opacity === 0 ? "none" : "";
        element.setAttribute("tabindex", "-1");
      }
    }
    function refresh() {
      labels.write();
      restyle();
      shapes.layGround();
      labels.arrange();
    }
    function toggle2(name, on) {
      const layer = { places: labels.names, uncertainty: labels.circles }[name] || layers[name];
      if (map.hasLayer(layer) === on) return;
      if (on) map.addLayer(layer);
      else map.removeLayer(layer);
      if (on && name === "zones") for (const shape of shapes.shapesOf("zones")) shape.bringToBack();
      if (on && layers.district && map.hasLayer(layers.district)) layers.district.bringToBack();
    }
    function ring(keys) {
      for (const shape of keys.flatMap((key) => allByKey[key] || [])) {
        const style = { className: "ring", weight: 2, fill: false, interactive: false };
        halo.addLayer(L.circleMarker(placeOf(shape), { radius: radiusOf(shape) + RING_PX, ...style }));
      }
    }
    function markOpened() {
      const { opened } = page.state;
      const subject = page.subject(opened);
      halo.clearLayers();
      if (!opened || !subject) return;
      if (subject.projects) ring(subject.projects);
      const homes = (allByKey[opened] || []).flatMap(({ home }) => home || []);
      if (!homes.length) return;
      const radius3 = subject.uncertainty_m;
      const style = { className: "uncertainty chosen", weight: 1.5, dashArray: "4 4", interactive: false };
      if (radius3) for (const home of homes) halo.addLayer(L.circle(home, { radius: radius3, ...style }));
      ring([opened]);
    }
    function travelToParcel(geometry) {
      const bounds = L.geoJSON(geometry).getBounds();
      sight.stay();
      if (map.getBounds().intersects(bounds)) sight.reach(bounds.getCenter());
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
      map.getContainer().classList.toggle("far", map.getZoom() < FAR_ZOOM);
      labels.arrange();
      markOpened();
    }
    return {
      byKey,
      allByKey,
      home: sight.home,
      stay: sight.stay,
      isWhole: sight.isWhole,
      resized: sight.resized,
      refresh,
      /** Shows the state for the first time. */
      start() {
        for (const [name, on] of Object.entries(page.state.shown)) toggle2(name, on);
        map.on("zoomend", zoomed);
        putHatches(page);
        sight.home();
        refresh();
        zoomed();
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        for (const [name, on] of Object.entries(state.shown)) if (on !== before.shown[name]) toggle2(name, on);
        if (LOOKS.some((name) => state[name] !== before[name])) refresh();
        if (state.visits === before.visits) return;
        markOpened();
        travel(state.opened !== before.opened, state.view !== before.view);
      }
    };
  }

  // src/own.js
  function hasOwn(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
  }

  // src/state/address.js
  var FIRST_TABLE = "projects";
  var START = {
    view: "overview",
    opened: null,
    rule: null,
    filter: NO_FILTER,
    table: FIRST_TABLE,
    sort: null
  };
  var NAMES = /^(view|rule|parcel|table|sort)$/;
  function read(hash, names) {
    const destination = { state: { ...START }, parcel: null, unknown: null };
    for (const part of hash.slice(1).split("&")) {
      const cut = part.indexOf("=");
      if (cut >= 0) take(destination, part.slice(0, cut), part.slice(cut + 1), names);
    }
    const { state } = destination;
    const isTable = state.table !== START.table || state.sort !== null || isNarrowed(state);
    if (state.rule) state.view = "findings";
    else if (isTable && !/[#&]view=/.test(hash)) state.view = "projects";
    return destination;
  }
  function take(destination, name, raw, names) {
    const { state } = destination;
    const value = decoded(raw);
    const key = `${name}:${value}`;
    if (name === "view" && names.view(value)) state.view = /** @type {ViewName} */
    value;
    else if (name === "rule" && names.rule(value)) state.rule = value;
    else if (name === "table" && names.table(value)) state.table = value;
    else if (name === "sort") state.sort = value || null;
    else if (isFilter(name)) narrow(destination, name, raw, names);
    else if (names.subject(key)) state.opened = key;
    else if (name === "parcel" && names.parcels) destination.parcel = value;
    else if (NAMES.test(name) || names.kind(name)) destination.unknown = [name, value];
  }
  function isFilter(name) {
    return hasOwn(CHOICES, name) || RANGES.some((range2) => range2 === name);
  }
  function narrow(destination, name, raw, names) {
    const { state } = destination;
    if (!hasOwn(CHOICES, name)) {
      const range2 = readRange(decoded(raw));
      if (range2) state.filter = { ...state.filter, [name]: range2 };
      else destination.unknown = [name, decoded(raw)];
      return;
    }
    const part = CHOICES[name];
    const values = raw.split(",").map(decoded);
    const unknown = values.filter((value) => !names.chosen(part, value));
    if (unknown.length) destination.unknown = [name, unknown.join(",")];
    const known = values.filter((value) => names.chosen(part, value));
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
    const parts = [];
    const isTable = state.view === "projects";
    if (state.rule) parts.push(`rule=${encodeURIComponent(state.rule)}`);
    else if (state.view !== START.view || isNarrowed(state)) parts.push(`view=${state.view}`);
    if (isTable && state.table !== START.table) parts.push(`table=${state.table}`);
    parts.push(...addressed(state.filter));
    if (isTable && state.sort !== null) parts.push(`sort=${encodeURIComponent(state.sort)}`);
    if (state.opened) {
      const cut = state.opened.indexOf(":");
      parts.push(`${state.opened.slice(0, cut)}=${encodeURIComponent(state.opened.slice(cut + 1))}`);
    }
    return `#${parts.join("&")}`;
  }

  // src/state/state.js
  var NO_SEARCH = { typed: "", hits: [], active: -1, total: 0, isFinished: true };
  var NO_MEASURE = { mode: null, isDone: false, points: [] };
  function firstState({ lang, theme, systemDark: systemDark2, shown, tiandituKey, wide }) {
    return {
      ...START,
      visits: 0,
      lang,
      theme,
      systemDark: systemDark2,
      shown,
      folds: { "yz-legend": true, "yz-findings": false, "yz-layers": wide, "yz-sources": false },
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
      parcels: {}
    };
  }
  function settleWith(layers) {
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
        state.shown = shownIn(before.shown, layers[state.view]);
        state.folds = { ...before.folds, "yz-findings": state.view === "findings" };
        state.unfolded = {};
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
  var A2 = 6378137;
  var F2 = 1 / 298.257222101;
  var B2 = A2 * (1 - F2);
  var E2 = F2 * (2 - F2);
  var E3 = Math.sqrt(E2);
  var RADIANS = Math.PI / 180;
  function distance(one, other) {
    const u1 = Math.atan((1 - F2) * Math.tan(one[0] * RADIANS));
    const u2 = Math.atan((1 - F2) * Math.tan(other[0] * RADIANS));
    const l2 = (other[1] - one[1]) * RADIANS;
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
    const u3 = cos2Alpha * (A2 * A2 - B2 * B2) / (B2 * B2);
    const a2 = 1 + u3 / 16384 * (4096 + u3 * (u3 * (320 - 175 * u3) - 768));
    const b = u3 / 1024 * (256 + u3 * (u3 * (74 - 47 * u3) - 128));
    const delta = b * sinSigma * (cos2M + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3)));
    return B2 * a2 * (sigma - delta);
  }
  function length(points) {
    let sum2 = 0;
    for (let i3 = 1; i3 < points.length; i3++) sum2 += distance(points[i3 - 1], points[i3]);
    return sum2;
  }
  function authalic(phi) {
    const s2 = Math.sin(phi);
    return (1 - E2) * (s2 / (1 - E2 * s2 * s2) - Math.log((1 - E3 * s2) / (1 + E3 * s2)) / (2 * E3));
  }
  function area(points) {
    if (points.length < 3) return 0;
    const lat0 = mean(points, 0) * RADIANS;
    const lon0 = mean(points, 1) * RADIANS;
    const pole = authalic(Math.PI / 2);
    const radius3 = A2 * Math.sqrt(pole / 2);
    const beta0 = Math.asin(authalic(lat0) / pole);
    const s0 = Math.sin(lat0);
    const stretch = A2 * Math.cos(lat0) / Math.sqrt(1 - E2 * s0 * s0) / (radius3 * Math.cos(beta0));
    const flat = points.map((point) => {
      const beta = Math.asin(authalic(point[0] * RADIANS) / pole);
      const l2 = point[1] * RADIANS - lon0;
      const scale = radius3 * Math.sqrt(2 / (1 + Math.sin(beta0) * Math.sin(beta) + Math.cos(beta0) * Math.cos(beta) * Math.cos(l2)));
      return [
        scale * stretch * Math.cos(beta) * Math.sin(l2),
        scale / stretch * (Math.cos(beta0) * Math.sin(beta) - Math.sin(beta0) * Math.cos(beta) * Math.cos(l2))
      ];
    });
    let twice = 0;
    flat.forEach((point, index) => {
      const next = flat[(index + 1) % flat.length];
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
    const map = page.leaflet;
    const container = map.getContainer();
    const drawing = L.layerGroup().addTo(map);
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
    map.on("click", (event) => put(event.latlng));
    map.on("dblclick", finish);
    container.addEventListener("keydown", (event) => {
      if (!page.state.measure.mode) return;
      if (event.key === " ") {
        put(map.getCenter());
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
        const round = page.say("measured_round") + numbers.metres(length([...pairs, pairs[0]]));
        return page.say("measured_area") + km2 + numbers.mu(m2 / page.data.units.m2_per_mu) + round;
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.measure === before.measure) return;
        const isOn = state.measure.mode !== null;
        if (isOn !== (before.measure.mode !== null)) {
          if (page.parcels) page.parcels.listen(!isOn);
          if (isOn) map.doubleClickZoom.disable();
          else map.doubleClickZoom.enable();
        }
        draw();
      }
    };
  }

  // src/map/ornaments.js
  function corner(map, classes2, content) {
    const control = new L.Control({ position: "bottomright" });
    const box2 = L.DomUtil.create("div", classes2);
    L.DomEvent.disableClickPropagation(box2);
    control.onAdd = () => box2;
    control.addTo(map);
    Q(content, box2);
    return box2;
  }
  function asHtml(words2) {
    const holder = document.createElement("span");
    holder.textContent = words2;
    return holder.innerHTML;
  }
  function makeOrnaments(page) {
    const map = page.leaflet;
    const container = map.getContainer();
    const Scale = (
      /** @type {new (options: L.Control.ScaleOptions) => Inner} */
      /** @type {unknown} */
      L.Control.Scale.extend({
        /** @this {Inner} @param {number} most */
        _updateMetric(most) {
          const metres = this._getRoundNum(most);
          this._updateScale(this._mScale, page.numbers.metres(metres), metres / most);
        }
      })
    );
    const scale = new Scale({ imperial: false });
    scale.addTo(map);
    const north2 = corner(map, "north", null);
    map.attributionControl.setPrefix(false);
    let attributed = [];
    function attribute() {
      for (const words2 of attributed) map.attributionControl.removeAttribution(words2);
      attributed = page.data.sources.attributions.map((words2) => asHtml(page.text(words2)));
      for (const words2 of attributed) map.attributionControl.addAttribution(words2);
    }
    function draw() {
      Q(
        html`<svg width="16" height="22" viewBox="0 0 16 22" aria-hidden="true">
          <path d="M8 0 14 21 8 16 2 21Z" fill="currentColor" />
        </svg>
        <span>${page.say("north")}</span>`,
        north2
      );
      scale._update();
      attribute();
      container.setAttribute("role", "region");
      container.setAttribute("aria-label", page.say("map"));
    }
    return {
      draw,
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.lang !== before.lang) draw();
      }
    };
  }

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
    unstated_cell: { zh: "未载", en: "—" },
    place_unstated: { zh: "未载地点", en: "no place stated" },
    stated_only: { zh: "只看已载", en: "stated only" },
    with_unstated: { zh: "含未载", en: "with those not stated" },
    up_to: { zh: "%d以下", en: "up to %d" },
    from_on: { zh: "%d以上", en: "%d and more" },
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
    layers: { zh: "图层", en: "Layers" },
    layers_plan: { zh: "规划内容", en: "The plan" },
    layers_ground: { zh: "背景", en: "Ground" },
    legend: { zh: "图例", en: "Legend" },
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
    places: { zh: "镇、街道名", en: "Town names" },
    legend_schematic: {
      zh: "示意范围（虚线），非测绘界线：",
      en: "Dashed outline: schematic, not surveyed: "
    },
    legend_official: { zh: "法定范围（实线）", en: "Official outline (solid)" },
    legend_project: { zh: "项目：圆越大投资越多", en: "Project: the larger, the more investment" },
    legend_owner: { zh: "虚线、较淡：仅凭业主地址或同类厂房", en: "Dashed: by the owner's address or works only" },
    legend_park: { zh: "重点园区", en: "Park" },
    legend_chosen: { zh: "外圈：所选", en: "Outer ring: what is chosen" },
    legend_uncertainty: { zh: "虚线圈：位置不确定范围", en: "Dashed circle: how uncertain the place is" },
    legend_flag: { zh: "不符合规则，或前后矛盾", en: "A rule is not kept, or the plan contradicts itself" },
    legend_flagged: { zh: "有此类问题的片区或项目", en: "Zone or project with such findings" },
    legend_spread: { zh: "同一地点的符号散开排列", en: "Symbols at one place are spread" },
    legend_cluster: { zh: "圆内数字：聚在一处的项目数，点开可看", en: "Number: projects close together; click it" },
    legend_hatched: { zh: "斜线：与其他片区同为主导", en: "Hatched: other zones lead in it too" },
    legend_half: { zh: "半格：只有正文或只有表列出", en: "Half a cell: listed in text or table only" },
    legend_sizes: { zh: "投资 1、5、20 亿元", en: "100, 500, 2,000 m yuan" },
    legend_rest: { zh: "其余类别", en: "Other classes" },
    legend_unflagged: { zh: "无此类问题的项目", en: "Project without such findings" },
    narrowed: { zh: "：", en: ": " },
    narrowed_to: { zh: "只看：", en: "Shown alone: " },
    class_named: { zh: "产业分类", en: "class" },
    legend_new_land: { zh: "项目：圆越大新增用地越多", en: "Project: the larger, the more new land" },
    legend_reuse: { zh: "空心圆：利用存量用地的项目", en: "Ring: project on existing land" },
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
  var TEXTS = { ...VIEW_TEXTS, ...TOOL_TEXTS, ...TABLE_TEXTS };

  // src/map/parcel_layer.js
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
    const parcels3 = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
      keep(key, subject, false);
      page.open(key);
    });
    const { downloads } = page.data;
    parcels3.beneath(page.layers.district);
    page.layers.parcels = /** @type {L.GeoJSON} */
    /** @type {unknown} */
    parcels3.layer;
    page.data.layers.parcels = TEXTS.parcels;
    for (const { name, label } of parcels3.columns) {
      if (downloads.columns[name]) continue;
      downloads.columns[name] = label;
      downloads.order.push(name);
    }
    function keep(key, subject, zoomed) {
      page.map.stay(zoomed);
      page.store.change({ parcels: { ...page.state.parcels, [key]: subjectOf(subject, page) } });
    }
    const isOn = () => page.leaflet.hasLayer(parcels3.layer);
    return {
      /** Finds a parcel by its number; says whether there is one. @param {string} id */
      async find(id) {
        const subject = await parcels3.select(id);
        if (subject) keep(`parcel:${id}`, subject, true);
        return subject !== null;
      },
      search: parcels3.search,
      table: parcels3.table,
      /** Opens a parcel by its place in the ledger as it is packed. @param {number} place */
      openAt: (place) => {
        parcels3.choose(place);
      },
      /** In the colours of the theme, or of paper. */
      recolour: () => parcels3.recolour(page.theme.tint),
      /** Puts the legend into a row of the page's. @param {HTMLElement | null} row */
      putLegend(row) {
        if (!row) return;
        row.textContent = "";
        row.appendChild(parcels3.legend());
      },
      /** Draws at once what can be drawn, for paper. */
      finish() {
        if (isOn()) parcels3.finish();
      },
      /** A promise that all is parcels. */
      settled: async () => isOn() ? parcels3.settled() : null,
      listen: parcels3.listen
    };
  }

  // src/state/choices.js
  var SEVERITIES = ["error", "warning", "info"];
  var EVIDENCE = ["plan_text", "project_news", "owner_works", "owner_address"];
  function valuesIn({ data }, name) {
    if (name === "severities") return SEVERITIES.filter((severity) => data.severity_counts[severity]);
    const found = new Set(data.projects.flatMap((project2) => valuesOf(project2, name)));
    if (name === "zones")
      return [...data.zones.map((zone) => zone.zone_id), ...[OUTSIDE, UNLOCATED].filter((one) => found.has(one))];
    if (name === "classes") return data.classes.map((group3) => group3.name.zh);
    const order = name === "evidence" ? EVIDENCE : name === "lists" ? ["under_construction", "planned"] : [];
    const rest = [...found].filter((value) => !order.includes(value));
    return [
      ...order.filter((value) => found.has(value)),
      ...rest.filter((one) => !one.startsWith("~")),
      ...rest.filter((one) => one.startsWith("~"))
    ];
  }
  function nameOf(page, name, value) {
    var _a2, _b2;
    const { data } = page;
    if (value === UNSTATED) return page.say("unstated");
    if (value === UNLOCATED) return page.say("place_unstated");
    if (value === OUTSIDE) return page.say("outside_zones");
    if (name === "zones") return page.text(((_a2 = data.zones.find((zone) => zone.zone_id === value)) == null ? void 0 : _a2.shortest) || data.title);
    if (name === "classes") return page.text(((_b2 = data.classes.find((group3) => group3.name.zh === value)) == null ? void 0 : _b2.name) || data.title);
    if (name === "towns") return page.text(data.place_names[value]);
    if (name === "severities") return page.text(data.severities[
      /** @type {Severity} */
      value
    ]);
    return hasOwn(data.downloads.words, value) ? page.text(data.downloads.words[value]) : value;
  }
  function factorOf(page, name) {
    return name === "investment" && page.lang === "en" ? page.data.units.m_yuan_per_100m : 1;
  }
  function rangeName(page, name, { from, to, unstated: unstated2 }) {
    const unit = page.say(`unit_${name}`);
    const grouped2 = (value) => page.numbers.grouped(value * factorOf(page, name));
    const kept = unstated2 ? page.bracketed(page.say("with_unstated")) : "";
    if (from === null && to === null) return page.say("stated_only");
    if (from === null) return page.say("up_to").replace("%d", grouped2(to || 0) + unit) + kept;
    if (to === null) return page.say("from_on").replace("%d", grouped2(from) + unit) + kept;
    return `${grouped2(from)}–${grouped2(to)}${unit}${kept}`;
  }
  function words(page) {
    const { filter: filter2 } = page.state;
    const isChinese = page.lang === "zh";
    const chosen = Object.values(CHOICES).map((name) => {
      if (!filter2[name].length) return "";
      const names = filter2[name].map((value) => nameOf(page, name, value));
      return `${page.say(`filter_${name}`)} ${names.join(isChinese ? "、" : ", ")}`;
    });
    const between = RANGES.map((name) => {
      const range2 = filter2[name];
      return range2 ? `${page.say(`filter_${name}`)} ${rangeName(page, name, range2)}` : "";
    });
    return [...chosen, ...between].filter(Boolean).join(page.semicolon());
  }
  function clear(page) {
    page.store.change({ filter: NO_FILTER });
  }

  // src/outputs/csv.js
  var QUOTED = /[",\r\n]/;
  function cell(value, formula) {
    const plain = value === null || value === void 0 ? "" : Array.isArray(value) ? value.join("、") : String(value);
    const text = typeof value !== "number" && formula.test(plain) ? `'${plain}` : plain;
    return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }
  function csv(rows, formula) {
    const lines = rows.map((row) => row.map((value) => cell(value, formula)).join(","));
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
  var DRAWN = ["zone", "park", "project"];
  var KINDS_OF_VIEW = { industries: ["zone"], parcels: ["zone"] };
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
      if (!opened || !subject) return page.view.keys ? page.view.keys() : keysOf2(KINDS_OF_VIEW[view] || DRAWN);
      const { kind, projects: projects4 = [], zones: zones2 = [] } = subject;
      if (kind === "zone") {
        return [opened, ...keysOf2(["park", "project"]).filter((key) => `zone:${data.subjects[key].zone_id}` === opened)];
      }
      if (kind === "owner") return projects4;
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
      return shape ? placeInside(shape).map((value) => Math.round(value * 1e6) / 1e6) : ["", ""];
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
    function worded(value) {
      const { words: codes } = data.downloads;
      if (value && typeof value === "object" && !Array.isArray(value)) {
        return Object.entries(value).map(([name2, one]) => `${worded(name2)} ${one}`).join(page.semicolon());
      }
      const code = typeof value === "boolean" ? String(value) : value;
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
        return view === "parcels" && !page.subject(opened) ? page.say("download_no_parcels") : "";
      },
      saveGeojson: () => save(new Blob([geojson()], { type: "application/geo+json" }), `${name()}.geojson`),
      saveCsv: () => save(new Blob([table()], { type: "text/csv;charset=utf-8" }), `${name()}.csv`)
    };
  }

  // src/elements/signs.js
  var ROW_PX = 16;
  var SIZED = [1, 5, 20];
  function entry(drawing, words2, { height = ROW_PX, isHalf = false } = {}) {
    return html`<li class=${isHalf ? "half" : void 0}>
    <svg width="30" height=${height} viewBox=${`0 0 30 ${height}`} aria-hidden="true">${drawing}</svg><span>${words2}</span>
  </li>`;
  }
  function box(more2, words2) {
    const attributes = { x: 3, y: 2, width: 24, height: 12, class: "sign", ...more2 };
    return entry(html`<rect ...${attributes} />`, words2);
  }
  function disc(more2, words2) {
    const attributes = { cx: 15, cy: 8, r: 6, class: "sign", ...more2 };
    return entry(html`<circle ...${attributes} />`, words2);
  }
  function radius(investment) {
    return 4 + 2.2 * Math.sqrt(investment);
  }
  function outlines(page) {
    const { bases } = page.data;
    return [
      bases.includes("schematic") && box({ "stroke-dasharray": "4 3" }, page.ifSchematic("legend_schematic")),
      bases.includes("official") && box({}, page.say("legend_official"))
    ].filter(Boolean);
  }
  var project = (page) => disc({ "fill-opacity": 0.6 }, page.say("legend_project"));
  var owner = (page) => disc({ "fill-opacity": 0.2, "stroke-dasharray": "3 2" }, page.say("legend_owner"));
  var park = (page) => disc({ r: 4, class: "sign open" }, page.say("legend_park"));
  var newLand = (page) => disc({ "fill-opacity": 0.6 }, page.say("legend_new_land"));
  var reuse = (page) => disc({ class: "sign open", "stroke-width": 3 }, page.say("legend_reuse"));
  var flagged = (page) => disc({ class: "sign flagged" }, page.say("legend_flagged"));
  var unflagged = (page) => disc({ class: "sign", opacity: 0.5 }, page.say("legend_unflagged"));
  function hatched(page) {
    const [{ zone_id, colour }] = page.data.zones;
    const fill = `url(#yz-hatch-${zone_id})`;
    const drawing = html`<rect x="3" y="2" width="24" height="12" fill=${fill} stroke=${colour} />`;
    return entry(drawing, page.say("legend_hatched"));
  }
  function half(page) {
    const drawing = html`<path d="M3 2h11L3 13Z" fill="var(--ink3)" />
    <rect x="3" y="2" width="11" height="11" class="sign none" />`;
    return entry(drawing, page.say("legend_half"));
  }
  function sizes(page) {
    const drawing = SIZED.map((investment) => {
      const r2 = radius(investment);
      return html`<circle cx="15" cy=${28 - r2} r=${r2} class="sign none" />`;
    });
    return entry(drawing, page.say("legend_sizes"), { height: 30 });
  }
  var flag = (page) => html`<li><span class="flag sample">⚑</span><span>${page.say("legend_flag")}</span></li>`;
  function projects(page, ...first) {
    const drawn = page.data.projects.filter((one) => one.located);
    if (!drawn.length) return [];
    return [
      ...first.map((sign) => sign(page)),
      drawn.some((one) => one.weak) && owner(page),
      isCrowded(drawn.length) ? cluster(page) : spread2(page)
    ];
  }
  function cluster(page) {
    const drawing = html`<circle cx="15" cy="8" r="7.5" class="sign" /><text x="15" y="12" class="count">9</text>`;
    return entry(drawing, page.say("legend_cluster"));
  }
  function kinds(page) {
    return page.data.zone_kinds.map(({ name, colour }) => {
      const style = { fill: colour, stroke: colour, "fill-opacity": 0.35 };
      return entry(html`<rect x="3" y="2" width="24" height="12" style=${style} />`, page.text(name));
    });
  }
  function shared(page) {
    return page.data.zones.length ? [hatched(page), half(page)] : [];
  }
  var spread2 = (page) => html`<li class="note"><span>${page.say("legend_spread")}</span></li>`;
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
    const rings = html`<circle cx="15" cy="8" r="4" class="sign" /><circle cx="15" cy="8" r="7" class="sign none chosen" />`;
    const circle = { r: 7, class: "sign none", "stroke-dasharray": "2 4" };
    return [
      isRinged ? entry(rings, page.say("legend_chosen")) : null,
      shown.uncertainty || isUncertain ? disc(circle, page.say("legend_uncertainty")) : null,
      page.invented() ? html`<li class="caution"><span>${page.invented()}</span></li>` : null
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
  var LINE_PX = 16;
  var GAP_PX = 6;
  var SIGN = { x: 3, y: 2, width: 24, height: 12 };
  async function drawLegend(page, pen, x3, y2) {
    const entries2 = [...byId("yz-legend").querySelectorAll("li")].filter((entry2) => !entry2.querySelector("li"));
    let at = y2 + 14;
    pen.write(page.say("legend"), x3, y2, 13, { isBold: true });
    for (const entry2 of entries2) at += await drawEntry(page, pen, entry2, x3, at);
  }
  async function drawEntry(page, pen, entry2, x3, y2) {
    var _a2;
    const icon2 = entry2.querySelector("svg");
    const sample = entry2.querySelector(".sample");
    const swatch = entry2.querySelector(".swatch");
    const height = icon2 ? Number(icon2.getAttribute("height")) : LINE_PX;
    pen.setFont(12, false);
    const lines = pen.wrap(((_a2 = entry2.lastChild) == null ? void 0 : _a2.textContent) || "", LEGEND_PX - WORDS_X - 2);
    lines.forEach((line2, index) => {
      pen.write(line2, x3 + WORDS_X, y2 + 13 + LINE_PX * index, 12);
    });
    if (sample) pen.write(sample.textContent || "", x3 + 8, y2 + 13, 13, { colour: page.theme.flag() });
    if (swatch) {
      pen.canvas.fillStyle = swatch.style.background;
      pen.canvas.fillRect(x3 + 9, y2 + 3, 12, 12);
    }
    if (icon2 == null ? void 0 : icon2.querySelector('[fill^="url(#"]')) hatch(pen, page.data.zones[0].colour, x3, y2);
    else if (icon2) await pen.draw(icon2, x3, y2, 30, height);
    return Math.max(LINE_PX * lines.length, height) + GAP_PX;
  }
  function hatch({ canvas, trace }, colour, x3, y2) {
    canvas.save();
    canvas.strokeStyle = colour;
    canvas.strokeRect(x3 + SIGN.x, y2 + SIGN.y, SIGN.width, SIGN.height);
    canvas.beginPath();
    canvas.rect(x3 + SIGN.x, y2 + SIGN.y, SIGN.width, SIGN.height);
    canvas.clip();
    canvas.lineWidth = 2;
    for (let i3 = -12; i3 < 30; i3 += 6) {
      trace([
        [x3 + i3, y2 + 16],
        [x3 + i3 + 16, y2]
      ]);
      canvas.stroke();
    }
    canvas.restore();
  }

  // src/outputs/picture.js
  var SCALE = 2;
  var MARGIN = 24;
  var HEAD_PX = 64;
  var FOOT_PX = 40;
  var LEAST_MAP_PX = 420;
  var NAME_PX = 114;
  var LINE_PX2 = 192;
  function makePicture(page) {
    const map = page.leaflet;
    const container = map.getContainer();
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
      const isZone = !node.classList.contains("place-label");
      const x3 = box2.left + box2.width / 2;
      let y2 = box2.top + 12;
      canvas.textAlign = "center";
      canvas.lineWidth = 3;
      canvas.strokeStyle = page.theme.variable("--panel");
      canvas.fillStyle = isZone ? pen.ink : page.theme.variable("--ink2");
      [...node.querySelectorAll("span")].forEach((span, index) => {
        if (getComputedStyle(span).display === "none") return;
        pen.setFont(isZone ? 12 : 11, isZone && !index);
        for (const line2 of shortened(pen, span.textContent || "", span.className === "name" ? NAME_PX : LINE_PX2)) {
          canvas.strokeText(line2, x3, y2);
          canvas.fillText(line2, x3, y2);
          y2 += 15;
        }
      });
      canvas.textAlign = "left";
    }
    function drawScale(pen, x3, y2) {
      const bar3 = container.querySelector(".leaflet-control-scale-line");
      if (!bar3) return;
      const right = x3 + bar3.offsetWidth;
      pen.canvas.strokeStyle = pen.ink;
      pen.canvas.lineWidth = 1.5;
      pen.trace([[x3, y2 - 6], [x3, y2], [right, y2], [right, y2 - 6]]);
      pen.canvas.stroke();
      pen.write(bar3.textContent || "", x3 + 4, y2 - 5, 11);
    }
    function drawNorth(pen, x3, y2, colour) {
      pen.canvas.fillStyle = colour;
      pen.trace([[x3 + 8, y2], [x3 + 14, y2 + 21], [x3 + 8, y2 + 16], [x3 + 2, y2 + 21]]);
      pen.canvas.fill();
      pen.write(page.say("north"), x3 + 2, y2 + 36, 12, { colour });
    }
    async function drawMap(pen, size) {
      const { canvas } = pen;
      const frame = container.getBoundingClientRect();
      canvas.save();
      canvas.beginPath();
      canvas.rect(MARGIN, HEAD_PX, size.x, size.y);
      canvas.clip();
      canvas.translate(MARGIN - frame.left, HEAD_PX - frame.top);
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
      const labels = container.querySelectorAll(".zone-label, .place-label, .cluster-label");
      for (const label of labels) drawLabel(pen, label);
      canvas.restore();
      canvas.strokeStyle = page.theme.variable("--hair");
      canvas.strokeRect(MARGIN, HEAD_PX, size.x, size.y);
    }
    function sources2() {
      const { plan_version, yzgeo } = page.data.sources;
      const parts = [page.credits(), page.say("plan_version") + plan_version, `yzgeo ${yzgeo}`];
      if (page.state.basemap.name) parts.push(page.say("no_tiles_in_picture"));
      return parts.filter(Boolean).join(" · ");
    }
    async function draw() {
      const size = map.getSize();
      const width = size.x + LEGEND_PX + 3 * MARGIN;
      const height = Math.max(size.y, LEAST_MAP_PX) + HEAD_PX + FOOT_PX;
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
      pen.write(page.text(page.data.title), MARGIN, 32, 20, { isBold: true });
      const subtitle = `${viewName(page)} · ${page.text(page.data.subtitle)}`;
      pen.write(subtitle, MARGIN, 52, 12, { colour: quiet });
      await drawMap(pen, size);
      drawScale(pen, MARGIN + 12, HEAD_PX + size.y - 14);
      drawNorth(pen, MARGIN + size.x - 26, HEAD_PX + 14, quiet);
      await drawLegend(page, pen, MARGIN * 2 + size.x, HEAD_PX + 12);
      pen.write(sources2(), MARGIN, height - 14, 11, { colour: quiet });
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
    const map = page.leaflet;
    let before = null;
    function fit2(bounds, isWhole) {
      map.invalidateSize({ pan: false, animate: false });
      if (isWhole) page.map.home();
      else map.fitBounds(bounds, { animate: false });
      page.map.refresh();
    }
    function prepare(paper) {
      if (before) return;
      const rule = document.createElement("style");
      rule.textContent = `@page { size: ${paper} landscape; margin: 10mm; }`;
      document.head.appendChild(rule);
      before = { bounds: map.getBounds(), isWhole: page.map.isWhole(), rule };
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

  // src/elements/popover.js
  var Popover = class extends x {
    state = { isOpen: false };
    root = (
      /** @type {import("preact").RefObject<HTMLElement>} */
      M()
    );
    /** @param {Event} event */
    left = (event) => {
      const root = this.root.current;
      const target2 = (
        /** @type {Node} */
        event.target
      );
      const isAround = event.type === "focusin" && target2.contains(root);
      if (this.state.isOpen && !isAround && !(root == null ? void 0 : root.contains(target2))) this.setState({ isOpen: false });
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
  var STEPS = 100;
  var BINS = 30;
  function stepOf(most) {
    const rough = most / STEPS;
    const power = 10 ** Math.floor(Math.log10(rough));
    const nice = [1, 2, 5, 10].find((one) => one * power >= rough * 0.999) || 10;
    return nice * power;
  }
  function binsOf(values, most) {
    const bins = new Array(BINS).fill(0);
    for (const value of values) bins[Math.min(BINS - 1, Math.floor(BINS * value / most))] += 1;
    return bins;
  }
  function read2(text, factor) {
    return text.trim() === "" || !(Number(text) >= 0) ? null : clean(Number(text) / factor);
  }
  var clean = (value) => +value.toPrecision(10);
  function slider({
    name,
    unit,
    values,
    unstated: unstated2,
    factor,
    range: range2,
    limit = null,
    limitName = "",
    isDots,
    words: words2,
    change
  }) {
    const greatest = Math.max(...values.slice(0, 1e5), limit || 0);
    if (!(greatest > 0)) return null;
    const step = stepOf(greatest * factor) / factor;
    const last = Math.ceil(clean(greatest / step));
    const most = last * step;
    const { from, to } = range2 || { from: null, to: null };
    const isNarrowed2 = from !== null || to !== null;
    const isKept = range2 ? range2.unstated : true;
    const low = from === null ? 0 : Math.min(last, from / step);
    const high = to === null ? last : Math.min(last, to / step);
    const share = (value) => 100 * Math.min(value, most) / most;
    function set(nextFrom, nextTo, isSliding) {
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
        if (end === "from") set(place <= 0 ? null : clean(Math.min(place, Math.floor(high)) * step), to, isSliding);
        else set(from, place >= last ? null : clean(Math.max(place, Math.ceil(low)) * step), isSliding);
      };
    }
    function type(end) {
      return (event) => {
        const value = read2(
          /** @type {HTMLInputElement} */
          event.currentTarget.value,
          factor
        );
        const [least, greatest2] = end === "from" ? [value, to] : [from, value];
        const isCrossed = least !== null && greatest2 !== null && least > greatest2;
        set(isCrossed && end === "to" ? null : least, isCrossed && end === "from" ? null : greatest2, false);
      };
    }
    function field(end) {
      const value = end === "from" ? from : to;
      const open = end === "from" ? "0" : String(+(greatest * factor).toFixed(2));
      const typed = value === null ? "" : String(clean(value * factor));
      const style = `width:${Math.max(2, (typed || open).length + 1)}ch`;
      return html`<input type="number" min="0" step="any" aria-label=${`${name} ${words2[end]} ${unit}`} placeholder=${open}
      style=${style} value=${typed} onChange=${type(end)} />`;
    }
    function handle(end, place) {
      return html`<input type="range" min="0" max=${last} step="1" value=${Math.round(place)} aria-label=${`${name} ${words2[end]}`}
      aria-valuetext=${`${clean(Math.round(place) * step * factor)} ${unit}`} onInput=${slide(end, true)} onChange=${slide(end, false)} />`;
    }
    const isIn = (value) => (from === null || value >= from) && (to === null || value <= to);
    return html`<div class="slider" role="group" aria-label=${name}>
    <div class="slider-name"><span>${name}</span> ${field("from")}<span>–</span>${field("to")}<span>${unit}</span>
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
    return values.map((value) => {
      const isBelow = limit !== null && value < limit;
      const look = `${isIn(value) ? "in" : "out"} ${isBelow ? "open" : "full"}`;
      return html`<circle cx=${`${share(value)}%`} cy="55%" r="3.6" class=${look} />`;
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
          ${isProjects ? range(page, "investment") : null}
          ${isProjects ? range(page, "ratio") : null}
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
  function toggle(page, name, value) {
    page.store.change({ filter: toggled(page.state.filter, name, value) });
  }
  function counter(page, name) {
    const { data, state } = page;
    const counts = /* @__PURE__ */ new Map();
    const add = (value) => counts.set(value, (counts.get(value) || 0) + 1);
    if (name === "severities") for (const { severity } of data.findings) add(severity);
    else for (const project2 of data.projects) if (isWanted(state, project2, name)) valuesOf(project2, name).forEach(add);
    return (value) => counts.get(value) || 0;
  }
  function choice(page, name) {
    const values = valuesIn(page, name);
    if (values.length < 2) return null;
    const title = page.say(`filter_${name}`);
    const isFew = name === "severities" || name === "lists" && values.length <= MOST_SEGMENTS;
    return html`<div class="filter-part" key=${name}><span class="filter-name" aria-hidden="true">${title}</span>${isFew ? segments(page, name, values) : many(page, name, values)}</div>`;
  }
  function shortName(page, name, value) {
    if (name !== "lists" || value !== "under_construction" && value !== "planned") return nameOf(page, name, value);
    return page.say(`list_${value}`);
  }
  function segments(page, name, values) {
    const chosen = page.state.filter[name];
    const count = counter(page, name);
    const set = (next) => page.store.change({ filter: { ...page.state.filter, [name]: next } });
    return html`<div class="segments" role="group" aria-label=${page.say(`filter_${name}`)}>
    <button type="button" aria-pressed=${String(!chosen.length)} onClick=${() => set([])}>${page.say("all")}</button>
    ${values.map(
      (value) => html`<button key=${value} type="button" aria-pressed=${String(chosen.includes(value))} data-value=${value} onClick=${() => set(chosen.length === 1 && chosen[0] === value ? [] : [value])}>${`${shortName(page, name, value)} ${count(value)}`}</button>`
    )}
  </div>`;
  }
  function many(page, name, values) {
    const chosen = page.state.filter[name];
    const title = page.say(`filter_${name}`);
    const all = page.say(name === "classes" ? "all_classes" : "all_of").replace("%d", String(name === "zones" ? page.data.zones.length : values.length));
    const names = chosen.map((value) => nameOf(page, name, value)).join(page.lang === "zh" ? "、" : ", ");
    const label = html`<span class="chosen-names">${chosen.length ? names : all}</span>`;
    return html`<${Popover} id=${`yz-filter-${name}`} name=${`${title} ${chosen.length ? names : all}`} label=${label} isOn=${chosen.length > 0}>${boxes(page, name, values)}<//>`;
  }
  function boxes(page, name, values) {
    const chosen = page.state.filter[name];
    const count = counter(page, name);
    const isCounted = page.table.kind() === "projects";
    return html`<ul class="choices">${values.map((value) => {
      const zone = name === "zones" && page.data.zones.find((one) => one.zone_id === value);
      const dot2 = zone ? html`<span class="zone-dot" style=${`background:${page.theme.tint(zone.colour)}`}></span>` : null;
      return html`<li key=${value}><label><input type="checkbox" data-value=${value} checked=${chosen.includes(value)} onChange=${() => toggle(page, name, value)} />
      ${dot2}<span class="grow">${nameOf(page, name, value)}</span>${isCounted ? html`<span class="meta">${count(value)}</span>` : null}</label></li>`;
    })}</ul>`;
  }
  function range(page, name) {
    const { data, state } = page;
    const all = data.projects.map((project2) => figureOf(project2, name));
    if (all.every((value) => value === null)) return null;
    const unstated2 = all.filter((value) => value === null).length;
    const values = all.flatMap((value) => value ?? []);
    const limit = name === "ratio" ? data.ratio.asked : null;
    return html`<div class="filter-part wide" key=${name} data-range=${name}>${slider({
      name: page.say(`filter_${name}`),
      unit: page.say(`unit_${name}`).trim(),
      values,
      unstated: unstated2,
      factor: factorOf(page, name),
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
    const parts = MORE_CHOICES.filter((name) => valuesIn(page, name).length > 1);
    return html`<div class="filter-part"><span class="filter-name" aria-hidden="true"> </span><${Popover} id="yz-filter-more" name=${page.say("more")} label=${page.say("more")} isOn=${isOn}>
    ${range(page, "land")}
    ${parts.map((name) => html`<fieldset key=${name}><legend>${page.say(`filter_${name}`)}</legend>${boxes(page, name, valuesIn(page, name))}</fieldset>`)}
  <//></div>`;
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
      const others = unfolded2.filter((one) => one !== source);
      this.setState({ unfolded: others.length < unfolded2.length ? others : [...unfolded2, source] });
    }
    render() {
      const { page, sources: sources2 } = this.props;
      const { clauses } = page.data;
      return html`<div class="sources">
      <div class="chips">${sources2.map((source) => clauses[source] ? this.chip(source) : outside2(page, source))}</div>
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
  function outside2(page, source) {
    const { words: words2 } = page.data.downloads;
    const named3 = hasOwn(words2, source) ? page.text(words2[source]) : source;
    const label = DATA_FILE.test(source) ? page.say("data_file") + source : named3;
    return html`<span class="chip outside" title=${page.say("outside_source")}>${label}</span>`;
  }

  // src/elements/finding.js
  function findingsOf(page, key) {
    return page.data.findings.filter((finding) => finding.subjects.includes(key));
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
    ${leadsTo === "subject" && subjects.filter((key) => hasOwn(page.data.subjects, key)).map((key) => details(page, key))}
    ${leadsTo === "rule" && html`<button type="button" class="details" onClick=${seeRule}>${page.say("see_rule")}</button>`}
  </div>`;
  }

  // src/parts/findings.js
  var SEVERITIES2 = ["error", "warning", "info"];
  var findings = {
    id: "yz-findings",
    attributes: (page) => ({
      open: page.state.folds["yz-findings"] || Boolean(page.state.printing && page.state.view === "findings")
    }),
    content(page) {
      const total2 = page.data.rules.reduce((sum2, rule) => sum2 + rule.count, 0);
      const flagged2 = page.data.rules.filter((rule) => rule.count);
      const others = page.data.rules.filter((rule) => !rule.count);
      return html`<summary>${`${page.say("findings")} ${page.numbers.grouped(total2)}`}</summary>
      <div>
        ${flagged2.length ? severities(page) : html`<p class="empty">${page.say("findings_none")}</p>`}
        ${flagged2.map((rule) => group(page, rule))}
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
      (one) => html`<li>
            ${page.text(one.place)} …${one.printed}… ${page.say("perhaps")} <b>${one.suspected}</b>
            <span class="meta">${page.text(one.reason)}</span>
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
  function hand(name, sign, words2, act, isPressed) {
    const pressed = isPressed === void 0 ? void 0 : String(isPressed);
    return html`<button key=${name} type="button" data-tool=${name} aria-pressed=${pressed} onClick=${act}>${icon(sign)}<span>${words2}</span></button>`;
  }
  var hands = {
    id: "yz-hands",
    attributes: (page) => ({ "aria-label": page.say("map_tools") }),
    content(page) {
      const { leaflet: map } = page;
      return [
        html`<div class="group" key="zoom">
        ${hand("zoom-in", "plus", page.say("zoom_in"), () => map.zoomIn())}
        ${hand("zoom-out", "minus", page.say("zoom_out"), () => map.zoomOut())}
        ${hand("whole", "whole", page.say("whole_short"), page.map.home)}
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
        const parts = page.text(page.data.subtitle).split(BETWEEN);
        return parts.map((part, index) => index % 2 ? part : html`<span class="part">${part}</span>`);
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
    const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
    return [now.getFullYear(), ...parts].join("-");
  }
  var imprint = {
    id: "yz-imprint",
    content(page) {
      if (!page.state.printing) return null;
      const { plan_version, unlocated_projects, yzgeo } = page.data.sources;
      const parts = [
        viewName(page),
        page.say("printed_from") + page.text(page.data.title) + page.bracketed(plan_version),
        page.credits(),
        unlocated_projects ? `${page.say("unlocated")} ${unlocated_projects}` : "",
        page.say("printed_on") + today(),
        `yzgeo ${yzgeo}`
      ];
      return parts.filter(Boolean).map((part) => html`<span>${part}</span>`);
    }
  };

  // src/parts/layer_tree.js
  var BASEMAPS = ["", "OpenStreetMap", "tianditu", "gaode"];
  var GROUND = { uncertainty: "uncertainty", places: "places" };
  var layerTree = {
    id: "yz-layers",
    attributes: (page) => ({ open: page.state.folds["yz-layers"] }),
    content(page) {
      const drawn = Object.keys(page.layers).filter((name) => isDrawn(page, name));
      const plan = drawn.filter((name) => name !== "district");
      const places = page.data.places.length ? Object.keys(GROUND) : [];
      const ground = places.concat(drawn.includes("district") ? ["district"] : []);
      return html`<summary>${page.say("layers")}</summary>
      ${plan.length ? group2(page, "layers_plan", plan.reverse()) : null}
      ${ground.length ? group2(page, "layers_ground", ground) : null}
      ${basemap(page)}`;
    }
  };
  function isDrawn(page, name) {
    const layer = page.layers[name];
    return !layer.getLayers || layer.getLayers().length > 0;
  }
  function group2(page, title, names) {
    return html`<fieldset>
    <legend>${page.say(title)}</legend>
    <ul>${names.map((name) => tick(page, name))}</ul>
  </fieldset>`;
  }
  function tick(page, name) {
    const { shown } = page.state;
    const words2 = hasOwn(page.data.layers, name) ? page.text(page.data.layers[name]) : page.say(GROUND[name]);
    const set = (event) => {
      const { checked } = (
        /** @type {HTMLInputElement} */
        event.currentTarget
      );
      page.store.change({ shown: { ...page.state.shown, [name]: checked } });
    };
    return html`<li key=${name}><label><input type="checkbox" checked=${shown[name]} onChange=${set} />${` ${words2}`}</label></li>`;
  }
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

  // src/parts/legend.js
  var legend = {
    id: "yz-legend",
    attributes: (page) => ({
      open: page.state.folds["yz-legend"] || page.state.printing !== null,
      hidden: !entries(page).length
    }),
    content: (page) => html`<summary>${page.say("legend")}</summary>
    <ul key=${page.state.view}>${entries(page)}</ul>`
  };
  function entries(page) {
    return [...page.view.legend(), ...ofState(page)].filter(Boolean);
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
  function bar2(parts, most, { name = "", mark } = {}) {
    let x3 = 0;
    const rects = parts.map((part) => {
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
  function outlines2(page) {
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
    const { height, zones: zones2, district } = outlines2(page);
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
  function factBlock(page, { label, value, sources: sources2, kept }) {
    return html`<div class=${classes("fact", kept === false && "broken")}>
    <div class="label">${page.text(label)}</div>
    <div class="value">${page.text(value)}</div>
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
      <div class="meta">${kindAndNote(page, subject)}</div>
      ${subject.unlocated ? html`<p class="empty">${page.say("not_drawn")}</p>` : null}
      ${body(page, opened, subject)}
    <//>`;
    }
  };
  function head2(page, { name, colour }) {
    const style = colour ? { borderColor: page.theme.tint(colour) } : void 0;
    return html`<header>
    <h2 tabindex="-1" style=${style}>${page.text(name)}</h2>
    <button type="button" class="close" onClick=${() => page.open(null)}>${page.say("close")}</button>
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
    if (subject.kind === "zone") {
      return [blocks[0], reasons, tables, html`<h3>${page.say("also_said")}</h3>`, blocks.slice(1)];
    }
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
    return html`<h3>${`${page.say("why_flagged")} ${reasons.length}`}</h3>
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
    async function addParcels(query2, named3, parcels3) {
      const thisTurn = turn;
      const parcelHits = await parcels3.search(query2, MOST_PARCELS, () => thisTurn !== turn);
      if (!parcelHits || thisTurn !== turn) return;
      const hits = (begins) => parcelHits.filter((one) => one.begins === begins).map(({ id, note: note3 }) => {
        return { key: `parcel:${id}`, name: { zh: id, en: id }, note: page.text(note3), parcel: id };
      });
      show([...hits(true), ...named3, ...hits(false)], true);
    }
    function search() {
      const query2 = folded(input.value.trim());
      const named3 = find(input.value, page.data.subjects, page.data.order).map(hitOf);
      const parcels3 = query2 ? page.parcels : null;
      turn += 1;
      clearTimeout(timer);
      show(named3, !parcels3);
      if (parcels3) timer = window.setTimeout(() => addParcels(query2, named3, parcels3), PAUSE_MS);
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
      page.store.change({ view: "parcels" });
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
      const { typed, hits, total: total2, isFinished } = page.state.search;
      if (typed && !hits.length && isFinished) return page.say("nothing_found");
      return total2 > MOST ? `${page.say("more_hits")} ${total2}` : "";
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
  function tool(name, sign, words2, act, isSign) {
    const label = isSign ? words2 : void 0;
    return html`<button key=${name} type="button" class="button tool" data-tool=${name} aria-label=${label} title=${label} onClick=${act}>
    ${icon(sign)}${isSign ? null : html`<span class="words">${words2}</span>`}
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
    layerTree,
    sources,
    rail,
    ...sheets,
    panel,
    dialog
  ];
  function drawParts(page) {
    for (const { id, attributes, content } of PARTS) {
      const root = byId(id);
      if (attributes) setAttributes(root, attributes(page));
      if (content) Q(content(page), root);
    }
  }
  var lastAttributes = /* @__PURE__ */ new WeakMap();
  function setAttributes(root, attributes) {
    const before = lastAttributes.get(root) || {};
    for (const [name, value] of Object.entries(attributes)) {
      if (before[name] === value) continue;
      if (typeof value === "boolean") root.toggleAttribute(name, value);
      else if (value === null) root.removeAttribute(name);
      else root.setAttribute(name, value);
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
    return html`<span class="unstated">${page.say("unstated_cell")}</span>`;
  }
  function figure(page, value, digits) {
    return value === null ? unstated(page) : fixed(value, digits);
  }
  var MOST_DIGITS = 2;
  function digitsOf(values) {
    let most = 0;
    for (const value of values) {
      if (value === null || Number.isInteger(value)) continue;
      most = Math.max(most, (String(+value.toFixed(MOST_DIGITS)).split(".")[1] || "").length);
    }
    return most;
  }
  function fixed(value, digits) {
    const [whole, decimals] = value.toFixed(digits).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  function named(name, below, onPhone = []) {
    const more2 = onPhone.length ? html`<span class="on-phone">${` · ${onPhone.join(" · ")}`}</span>` : null;
    return html`<span class="name">${name}</span>${below || more2 ? html`<span class="below">${below}${more2}</span>` : null}`;
  }
  function zoneName(page, zoneId) {
    const zone = page.data.zones.find((one) => one.zone_id === zoneId);
    if (!zone) return html`<span>${zoneId}</span>`;
    return html`${zoneDot(page, zone.colour)}<span>${page.text(zone.shortest)}</span>`;
  }
  function zoneDot(page, colour) {
    const tint = page.theme.tint(colour);
    const style = { background: tint, boxShadow: `0 0 0 3px ${tint}40` };
    return html`<span class="zone-dot" style=${style}></span>`;
  }
  function barCell(value, most, isOpen) {
    if (value === null) return html`<span class="cell-bar"></span>`;
    const style = { width: `${Math.max(1, 100 * value / most)}%` };
    return html`<span class="cell-bar" aria-hidden="true"><span class=${classes("bar-part", isOpen && "open")} style=${style}></span></span>`;
  }
  var HALF_PX = 24;
  function ratioLine(value, asked, most, isFound) {
    const x3 = (ratio) => 2 * HALF_PX * Math.min(ratio, most) / most;
    return html`<svg class="ratio-line" width=${2 * HALF_PX + 10} height="16" viewBox=${`-5 0 ${2 * HALF_PX + 10} 16`} aria-hidden="true">
    <path d=${`M0 8H${2 * HALF_PX}`} class="axis" />
    ${asked === null ? null : html`<path d=${`M${x3(asked)} 2V14`} class="asked" />`}
    <circle cx=${x3(value)} cy="8" r="4" class=${isFound ? "found" : "dot"} />
  </svg>`;
  }
  var ROW_OF_TABLE = / 第(\d+)行$/;
  function clauseCell(page, sources2, show) {
    var _a2;
    if (!sources2.length) return null;
    const [source] = sources2;
    const more2 = sources2.length > 1 ? ` +${sources2.length - 1}` : "";
    const label = (page.lang === "zh" ? source.replace(ROW_OF_TABLE, "·$1") : ((_a2 = page.data.clauses[source]) == null ? void 0 : _a2.en) || source) + more2;
    if (!page.data.clauses[source]) return html`<span class="chip outside" title=${source}>${label}</span>`;
    const act = (event) => {
      event.stopPropagation();
      show(source);
    };
    return html`<button type="button" class="chip" tabindex="-1" title=${page.say("show_clause")} onClick=${act}>${label}</button>`;
  }
  function flagsOn(page, key) {
    return page.data.findings.filter((one) => one.severity !== "info" && one.subjects.includes(key)).length;
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
    const key = (row) => rows[row].subjects.find((one) => page.subject(one)) || null;
    const rule = (row) => {
      var _a2;
      return page.text(((_a2 = ruleNamed(page, rows[row].rule)) == null ? void 0 : _a2.title) || { zh: rows[row].rule, en: rows[row].rule });
    };
    function subject(row) {
      const one = page.subject(key(row));
      if (!one) return rule(row);
      const others = rows[row].subjects.length - 1;
      return page.text(one.name) + (others ? ` +${others}` : "");
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
          cell: (row) => named(subject(row), rule(row)),
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
          width: page.lang === "zh" ? 7 : 7,
          value: (row) => rows[row].clauses.join("；"),
          cell: (row) => clauseCell(page, rows[row].clauses, showClause),
          isShown: true
        }
      ],
      count: rows.length,
      sort: null,
      key,
      alsoKeys: (row) => rows[row].subjects,
      wanted: () => (row) => wantedFinding(page.state, rows[row]),
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
        cell: (row) => named(name(row), ""),
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
        width: 5.4,
        isNumber: true,
        value: (row) => flags[row],
        cell: (row) => flagCell(flags[row]),
        isShown: true
      },
      {
        id: "clause",
        title: page.say("clause"),
        width: page.lang === "zh" ? 8 : 7,
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
      wanted: () => (row) => wantedIn(page.state, zoneIds(row)),
      open: (row) => page.open(keys[row])
    };
  }

  // src/table/project_totals.js
  function listName(page, list4) {
    if (list4 === "under_construction" || list4 === "planned") return page.say(`list_${list4}`);
    return list4;
  }
  function countAndShare(page, shown) {
    const { projects: projects4 } = page.data;
    const all = sum(projects4);
    const words2 = html`<b>${page.say("sum_of").replace("%d", String(shown.length))}</b>`;
    if (!all || shown.length === projects4.length) return words2;
    const part = page.say("share_of").replace("%d", String(projects4.length));
    return html`${words2} <span class="part">${part.replace("%s", page.numbers.percent(sum(shown) / all))}</span>`;
  }
  function sum(projects4) {
    return projects4.reduce((total2, project2) => total2 + (project2.investment || 0), 0);
  }
  function lists(page, shown) {
    const counts = /* @__PURE__ */ new Map();
    for (const project2 of shown) {
      const name = listName(page, project2.list) || page.say("unstated");
      counts.set(name, (counts.get(name) || 0) + 1);
    }
    return [...counts].map(([name, count]) => html`<span class="part">${`${name} ${count}`}</span>`);
  }
  function invested(page, shown, factor, digits) {
    const notes = page.numbers.untold(shown);
    const isKnown = shown.some((project2) => project2.investment !== null);
    return html`<b>${isKnown ? fixed(sum(shown) * factor, digits) : unstated(page)}</b>
    ${notes.length ? html`<span class="below">${notes.join(page.semicolon())}</span>` : null}`;
  }
  function clauseNames({ data, lang }, clauses) {
    return lang === "zh" ? clauses.join("、") : clauses.map((name) => {
      var _a2;
      return ((_a2 = data.clauses[name]) == null ? void 0 : _a2.en) || name;
    }).join(", ");
  }
  function note2(page, shown, isFlagged) {
    var _a2;
    const { data, numbers } = page;
    const here = new Set(shown);
    const others = data.projects.filter((project2) => !here.has(project2));
    const left = others.length ? `${page.say("left_out").replace("%d", String(others.length))}${numbers.invested(others)}${page.say("stop")}` : "";
    const { asked, rule } = data.ratio;
    const clauses = ((_a2 = data.rules.find((one) => one.rule === rule)) == null ? void 0 : _a2.clauses) || [];
    const below = asked === null ? "" : page.say("ratio_below").replace("%d", numbers.grouped(asked));
    const isListed = data.projects.some((project2) => project2.list === "planned");
    return html`<span>${left}</span> ${isListed ? html`<span>${page.say("bars_in_table")}</span>` : null}
    ${isFlagged && below ? html`<span><span class="below-asked">${page.say("yellow")}</span>${below + page.bracketed(clauseNames(page, clauses)) + page.say("stop")}</span>` : null}
    <span>${page.say("unstated_note")}</span>`;
  }

  // src/table/sources/projects.js
  function projects2(page, showClause) {
    const { data, numbers } = page;
    const rows = data.projects;
    if (!rows.length) return null;
    const most = Math.max(...rows.map((project2) => project2.investment || 0), 1e-9);
    const { asked, rule } = data.ratio;
    const densest = Math.max(...rows.map((project2) => project2.ratio || 0), asked || 0, 1e-9);
    const flagged2 = new Set(data.findings.filter((one) => one.rule === rule).flatMap((one) => one.subjects));
    const flags = rows.map((project2) => flagsOn(page, project2.key));
    const inPlan = new Map((data.order.project || []).map((key, place) => [key, place]));
    const factor = page.lang === "zh" ? 1 : data.units.m_yuan_per_100m;
    const digits = digitsOf(rows.map(({ investment }) => numbers.scaled(investment, factor)));
    const nameOfRow = (row) => page.text(data.subjects[rows[row].key].name);
    function zoneWords({ zone_id, zone_ids, located }) {
      if (zone_id !== null) return nameOf(page, "zones", zone_id);
      if (zone_ids.length) return page.say("across_zones");
      return page.say(located ? "outside_zones" : "place_unstated");
    }
    const onPhone = (project2) => [zoneWords(project2), listName(page, project2.list) || ""].filter(Boolean);
    const placeNames = (ids) => ids.map((id) => page.text(data.place_names[id])).join(page.lang === "zh" ? "、" : ", ");
    const projectsOf = (shown) => Array.from(shown, (row) => rows[row]);
    function land2(id, title, of, isShown) {
      const digits2 = digitsOf(rows.map(of));
      return {
        id,
        title: page.say(title),
        unit: page.say("unit_land").trim(),
        width: 4.8,
        isNumber: true,
        digits: digits2,
        value: (row) => of(rows[row]),
        cell: (row) => figure(page, of(rows[row]), digits2),
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
        cell: (row) => named(nameOfRow(row), rows[row].owner || "", onPhone(rows[row])),
        isShown: true,
        onPhone: true,
        total: (shown) => countAndShare(page, projectsOf(shown))
      },
      { id: "owner", title: page.say("owner"), width: 8, value: (row) => rows[row].owner, isShown: false, isTaken: true },
      {
        id: "zone",
        title: page.say("filter_zones"),
        width: 5.2,
        value: (row) => zoneWords(rows[row]),
        cell: (row) => {
          const { zone_id } = rows[row];
          return zone_id === null ? html`<span class="unstated">${zoneWords(rows[row])}</span>` : zoneName(page, zone_id);
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
          const project2 = rows[row];
          const told = project2.printed ? page.text(project2.printed) : figure(page, project2.investment === null ? null : project2.investment * factor, digits);
          return html`${barCell(project2.investment, most, project2.list === "planned")}<b>${told}</b>`;
        },
        isShown: true,
        onPhone: true,
        total: (shown) => invested(page, projectsOf(shown), factor, digits)
      },
      land2("site_mu", "land_site", (project2) => project2.site_mu, true),
      land2("new_land_mu", "land_new", (project2) => project2.new_land_mu, true),
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
          const isFound = flagged2.has(key);
          return html`${ratioLine(ratio, asked, densest, isFound)}<span class=${isFound ? "below-asked" : "ratio"}>${fixed(ratio, 2)}</span>`;
        },
        isShown: true,
        total: "none"
      },
      {
        id: "flags",
        title: page.say("findings"),
        width: 5.4,
        isNumber: true,
        value: (row) => flags[row],
        cell: (row) => flagCell(flags[row]),
        isShown: false
      },
      {
        id: "clause",
        title: page.say("clause"),
        width: page.lang === "zh" ? 6.2 : 7,
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
      wanted: () => (row) => isWanted(page.state, rows[row]),
      open: (row) => page.open(rows[row].key),
      note: (shown) => note2(page, projectsOf(shown), flagged2.size > 0)
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
    const wordsOf = (id, row) => rows[row][id] ? String(rows[row][id]) : null;
    function value(id, title, text) {
      return {
        id,
        title: page.say(title),
        width: 5.5,
        isNumber: true,
        value: (row) => numberOf(id, row),
        cell: (row) => {
          const number = numberOf(id, row);
          if (number !== null) return numbers.grouped(number);
          return text && wordsOf(text, row) || unstated(page);
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
          cell: (row) => named(name(row), ""),
          isShown: true,
          onPhone: true
        },
        { id: "group", title: page.say("group"), width: 6, value: (row) => wordsOf("group", row), isShown: false },
        year("base_year", "base_year"),
        value("base", "base_value"),
        year("target_year", "target_year"),
        value("target", "target_value", "target_text"),
        {
          id: "unit",
          title: page.say("unit"),
          width: 5,
          value: (row) => wordsOf("unit", row),
          cell: (row) => wordsOf("unit", row) || "—",
          isShown: true,
          onPhone: true
        },
        value("city_target", "city_value", "city_text"),
        {
          ...value("actual", "actual_value"),
          isShown: rows.some((row) => row.actual !== null && row.actual !== void 0)
        },
        {
          id: "clause",
          title: page.say("clause"),
          width: page.lang === "zh" ? 7 : 7,
          value: (row) => sources2(row).join("；"),
          rank: (row) => row,
          cell: (row) => clauseCell(page, sources2(row), showClause),
          isShown: true
        }
      ],
      count: keys.length,
      sort: null,
      key: (row) => keys[row],
      wanted: () => () => true,
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
        cell: (row) => html`<span class="name">${zoneDot(page, rows[row].colour)}${name(row)}</span>`,
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
        isShown: !hasUsable && rows.some((zone) => page.text(zone.area))
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
          const value = numberOf("investment_100m_yuan", row);
          return rows[row].project_count === 0 ? "—" : value === null ? figure(page, null, 2) : fixed(value * factor, 2);
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
        width: 5.4,
        isNumber: true,
        value: (row) => rows[row].flags,
        cell: (row) => flagCell(rows[row].flags),
        isShown: true,
        onPhone: true
      },
      {
        id: "clause",
        title: page.say("clause"),
        width: page.lang === "zh" ? 7 : 7,
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
      wanted: () => (row) => wantedIn(page.state, [rows[row].zone_id]),
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
  var SOURCES = { projects: projects2, parks, zones, targets, findings: findings2 };
  function countOf2({ data, parcels: parcels3 }, kind) {
    if (kind === "projects") return data.projects.length;
    if (kind === "findings") return data.findings.length;
    if (kind === "zones") return data.zones.length;
    if (kind === "parcels") return parcels3 && data.parcels ? data.parcels.count : 0;
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
      chosen: (part, value) => valuesIn(page, part).includes(value),
      table: (name) => hasOwn(TABLES, name),
      subject: (key) => page.subject(key) !== null,
      kind: (name) => hasOwn(page.data.kinds, name),
      parcels: page.parcels !== null
    };
    function unknown([name, value]) {
      const kind = hasOwn(page.data.kinds, name) ? page.data.kinds[name] : page.both(KINDS2[name]);
      const text = page.both("unknown_address");
      const named3 = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value;
      const words2 = { zh: `${text.zh}${kind.zh} ${named3}`, en: `${text.en}${kind.en} ${named3}` };
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
  var slc = function(v2, s2, e2) {
    if (s2 == null || s2 < 0)
      s2 = 0;
    if (e2 == null || e2 > v2.length)
      e2 = v2.length;
    return new u8(v2.subarray(s2, e2));
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
    var e2 = new Error(msg || ec[ind]);
    e2.code = ind;
    if (Error.captureStackTrace)
      Error.captureStackTrace(e2, err);
    if (!nt)
      throw e2;
    return e2;
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
    var t3 = [];
    for (var i3 = 0; i3 < d2.length; ++i3) {
      if (d2[i3])
        t3.push({ s: i3, f: d2[i3] });
    }
    var s2 = t3.length;
    var t22 = t3.slice();
    if (!s2)
      return { t: et, l: 0 };
    if (s2 == 1) {
      var v2 = new u8(t3[0].s + 1);
      v2[t3[0].s] = 1;
      return { t: v2, l: 1 };
    }
    t3.sort(function(a2, b) {
      return a2.f - b.f;
    });
    t3.push({ s: -1, f: 25001 });
    var l2 = t3[0], r2 = t3[1], i0 = 0, i1 = 1, i22 = 2;
    t3[0] = { s: -1, f: l2.f + r2.f, l: l2, r: r2 };
    while (i1 != s2 - 1) {
      l2 = t3[t3[i0].f < t3[i22].f ? i0++ : i22++];
      r2 = t3[i0 != i1 && t3[i0].f < t3[i22].f ? i0++ : i22++];
      t3[i1++] = { s: -1, f: l2.f + r2.f, l: l2, r: r2 };
    }
    var maxSym = t22[0].s;
    for (var i3 = 1; i3 < s2; ++i3) {
      if (t22[i3].s > maxSym)
        maxSym = t22[i3].s;
    }
    var tr = new u16(maxSym + 1);
    var mbt = ln(t3[i1 - 1], tr, 0);
    if (mbt > mb) {
      var i3 = 0, dt = 0;
      var lft = mbt - mb, cst = 1 << lft;
      t22.sort(function(a2, b) {
        return tr[b.s] - tr[a2.s] || a2.f - b.f;
      });
      for (; i3 < s2; ++i3) {
        var i2_1 = t22[i3].s;
        if (tr[i2_1] > mb) {
          dt += cst - (1 << mbt - tr[i2_1]);
          tr[i2_1] = mb;
        } else
          break;
      }
      dt >>= lft;
      while (dt > 0) {
        var i2_2 = t22[i3].s;
        if (tr[i2_2] < mb)
          dt -= 1 << mb - tr[i2_2]++ - 1;
        else
          ++i3;
      }
      for (; i3 >= 0 && dt; --i3) {
        var i2_3 = t22[i3].s;
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
        var e2 = i3 + 65535;
        if (e2 >= s2) {
          w2[pos / 8 | 0] = lst;
          e2 = s2;
        }
        pos = wfblk(w2, pos + 1, dat.subarray(i3, e2));
      }
      st.i = s2;
    }
    return slc(o2, 0, pre + shft(pos) + post);
  };
  var crct = /* @__PURE__ */ (function() {
    var t3 = new Int32Array(256);
    for (var i3 = 0; i3 < 256; ++i3) {
      var c2 = i3, k2 = 9;
      while (--k2)
        c2 = (c2 & 1 && -306674912) ^ c2 >>> 1;
      t3[i3] = c2;
    }
    return t3;
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
  var fltn = function(d2, p2, t3, o2) {
    for (var k2 in d2) {
      var val = d2[k2], n3 = p2 + k2, op = o2;
      if (Array.isArray(val))
        op = mrg(o2, val[1]), val = val[0];
      if (ArrayBuffer.isView(val))
        t3[n3] = [val, op];
      else {
        t3[n3 += "/"] = [new u8(0), op];
        fltn(val, n3, t3, o2);
      }
    }
  };
  var te = typeof TextEncoder != "undefined" && /* @__PURE__ */ new TextEncoder();
  var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
  var tds = 0;
  try {
    td.decode(et, { stream: true });
    tds = 1;
  } catch (e2) {
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
  var wzf = function(o2, b, c2, d2, e2) {
    wbytes(o2, b, 101010256);
    wbytes(o2, b + 8, c2);
    wbytes(o2, b + 10, c2);
    wbytes(o2, b + 12, d2);
    wbytes(o2, b + 16, e2);
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
  function convertStringToUint8Array(string) {
    return strToU8(string);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/features/getAdditionalContent.js
  function _createForOfIteratorHelperLoose(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function _createForOfIteratorHelperLoose2(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray2(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray2(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray2(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function escapeXmlSpecialCharacters(string, _ref) {
    var isAttributeValue = _ref.isAttributeValue;
    string = replaceAll(string, "&", "&amp;");
    string = replaceAll(string, ">", "&gt;");
    string = replaceAll(string, "<", "&lt;");
    if (isAttributeValue) {
      string = replaceAll(string, "'", "&apos;");
      string = replaceAll(string, '"', "&quot;");
    }
    return string;
  }
  function replaceAll(string, replacedSubstring, replacementSubstring) {
    if (string.replaceAll) {
      return string.replaceAll(replacedSubstring, replacementSubstring);
    }
    return string.replace(new RegExp(replacedSubstring, "g"), replacementSubstring);
  }

  // ../../../node_modules/write-excel-file/modules/xml/removeInvalidXmlCharacters.js
  var INVALID_CHARACTERS = /((?:[\0-\x08\x0B\f\x0E-\x1F\uFFFD\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]))/g;
  var DISCOURAGED_CHARACTERS = new RegExp("([\\x7F-\\x84]|[\\x86-\\x9F]|[\\uFDD0-\\uFDEF]|(?:\\uD83F[\\uDFFE\\uDFFF])|(?:\\uD87F[\\uDFFE\\uDFFF])|(?:\\uD8BF[\\uDFFE\\uDFFF])|(?:\\uD8FF[\\uDFFE\\uDFFF])|(?:\\uD93F[\\uDFFE\\uDFFF])|(?:\\uD97F[\\uDFFE\\uDFFF])|(?:\\uD9BF[\\uDFFE\\uDFFF])|(?:\\uD9FF[\\uDFFE\\uDFFF])|(?:\\uDA3F[\\uDFFE\\uDFFF])|(?:\\uDA7F[\\uDFFE\\uDFFF])|(?:\\uDABF[\\uDFFE\\uDFFF])|(?:\\uDAFF[\\uDFFE\\uDFFF])|(?:\\uDB3F[\\uDFFE\\uDFFF])|(?:\\uDB7F[\\uDFFE\\uDFFF])|(?:\\uDBBF[\\uDFFE\\uDFFF])|(?:\\uDBFF[\\uDFFE\\uDFFF])(?:[\\0-\\t\\x0B\\f\\x0E-\\u2027\\u202A-\\uD7FF\\uE000-\\uFFFF]|[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?:[^\\uD800-\\uDBFF]|^)[\\uDC00-\\uDFFF]))", "g");
  function removeInvalidXmlCharacters(string) {
    string = string.replace(INVALID_CHARACTERS, "");
    string = string.replace(DISCOURAGED_CHARACTERS, "");
    return string;
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
  function _createForOfIteratorHelperLoose3(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray3(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray3(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray3(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function convertDateToSerialNumber(date) {
    return date.getTime() / day + daysBeforeUnixEpoch;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/sheet.xml/cell.js
  function _slicedToArray(r2, e2) {
    return _arrayWithHoles(r2) || _iterableToArrayLimit(r2, e2) || _unsupportedIterableToArray4(r2, e2) || _nonIterableRest();
  }
  function _nonIterableRest() {
    throw new TypeError("Invalid attempt to destructure non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray4(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray4(r2, a2);
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray4(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray4(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
    return n3;
  }
  function _iterableToArrayLimit(r2, l2) {
    var t3 = null == r2 ? null : "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (null != t3) {
      var e2, n3, i3, u2, a2 = [], f2 = true, o2 = false;
      try {
        if (i3 = (t3 = t3.call(r2)).next, 0 === l2) {
          if (Object(t3) !== t3) return;
          f2 = false;
        } else for (; !(f2 = (e2 = i3.call(t3)).done) && (a2.push(e2.value), a2.length !== l2); f2 = true) ;
      } catch (r3) {
        o2 = true, n3 = r3;
      } finally {
        try {
          if (!f2 && null != t3["return"] && (u2 = t3["return"](), Object(u2) !== u2)) return;
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
    var value = _ref.value, type = _ref.type, cellStyleId = _ref.cellStyleId, findOrCreateSharedString = _ref.findOrCreateSharedString;
    if (value === null) {
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
    if (value === null) {
      return tag("c", cellAttributes, null, index);
    }
    if (type === Date && cellStyleId === void 0) {
      throw new Error("No `format` was specified for a `Date` value in a cell in row ".concat(rowIndex + 1, " column ").concat(index + 1, ". Either specify a `format` for this cell or specify a default global one by passing `dateFormat` option to `writeXlsxFile()` function"));
    }
    var valueTextContent = getValueTextContent(type, value, findOrCreateSharedString);
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
  function getValueTextContent(type, value, findOrCreateSharedString) {
    switch (type) {
      case String:
        if (typeof value !== "string") {
          throw new Error("Invalid cell value: ".concat(value, ". Expected a string"));
        }
        return findOrCreateSharedString(value);
      case Number:
        if (typeof value !== "number") {
          throw new Error("Invalid cell value: ".concat(value, ". Expected a number"));
        }
        return String(value);
      case Date:
        if (!(value instanceof Date)) {
          throw new Error("Invalid cell value: ".concat(value, ". Expected a Date"));
        }
        return String(convertDateToSerialNumber(value));
      case Boolean:
        if (typeof value !== "boolean") {
          throw new Error("Invalid cell value: ".concat(value, ". Expected a boolean"));
        }
        return value ? "1" : "0";
      case "Formula":
        if (typeof value !== "string") {
          throw new Error("Invalid cell value: ".concat(value, ". Expected a string"));
        }
        return sanitizeTextContent(value);
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
  function omitUndefinedProperties(object) {
    var filteredObject = {};
    for (var key in object) {
      if (object[key] !== void 0) {
        filteredObject[key] = object[key];
      }
    }
    return filteredObject;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/isObject.js
  var objectConstructor = {}.constructor;
  function isObject(object) {
    return object !== void 0 && object !== null && object.constructor === objectConstructor;
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
  function ownKeys(e2, r2) {
    var t3 = Object.keys(e2);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e2);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e2, r3).enumerable;
      })), t3.push.apply(t3, o2);
    }
    return t3;
  }
  function _objectSpread(e2) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t3 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys(Object(t3), true).forEach(function(r3) {
        _defineProperty(e2, r3, t3[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e2, Object.getOwnPropertyDescriptors(t3)) : ownKeys(Object(t3)).forEach(function(r3) {
        Object.defineProperty(e2, r3, Object.getOwnPropertyDescriptor(t3, r3));
      });
    }
    return e2;
  }
  function _defineProperty(e2, r2, t3) {
    return (r2 = _toPropertyKey(r2)) in e2 ? Object.defineProperty(e2, r2, { value: t3, enumerable: true, configurable: true, writable: true }) : e2[r2] = t3, e2;
  }
  function _toPropertyKey(t3) {
    var i3 = _toPrimitive(t3, "string");
    return "symbol" == _typeof(i3) ? i3 : i3 + "";
  }
  function _toPrimitive(t3, r2) {
    if ("object" != _typeof(t3) || !t3) return t3;
    var e2 = t3[Symbol.toPrimitive];
    if (void 0 !== e2) {
      var i3 = e2.call(t3, r2 || "default");
      if ("object" != _typeof(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t3);
  }
  function _createForOfIteratorHelperLoose4(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray5(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray5(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray5(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
    var type = cellObject.type, value = cellObject.value, format = cellObject.format;
    if (isEmpty(value)) {
      value = null;
    } else {
      if (type === void 0) {
        type = detectValueType(value);
        if (type === void 0) {
          type = String;
          value = String(value);
        }
      }
    }
    if (format) {
      if (type !== Date && type !== Number && type !== String && type !== "Formula") {
        throw new Error('`format` "'.concat(format, '" was specified on a cell of type `').concat(type, '`. `format` could only be specified on a cell of type `Date`, `Number`, `String` or `"Formula"`.'));
      }
      if (type === String && format !== "@") {
        throw new Error('`format` "'.concat(format, '" was specified on a cell of type `String`. The only supported `format` for a cell of type `String` is "@".'));
      }
    } else {
      if (type === Date) {
        format = dateFormat;
      }
    }
    var hasFormat = Boolean(format);
    var hasCellStyle = Boolean(cellStyleProperties);
    var cellStyleId;
    if (hasDefaultFont || hasFormat || hasCellStyle) {
      cellStyleId = findOrCreateCellStyle(_objectSpread({
        format
      }, cellStyleProperties));
    }
    return generateCell(tag, {
      value,
      type,
      cellStyleId,
      findOrCreateSharedString
    }, index, rowIndex);
  }
  function isEmpty(value) {
    return value === void 0 || value === null || value === "";
  }
  function detectValueType(value) {
    switch (_typeof(value)) {
      case "string":
        return String;
      case "number":
        return Number;
      case "boolean":
        return Boolean;
      default:
        if (value instanceof Date) {
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
  function _slicedToArray2(r2, e2) {
    return _arrayWithHoles2(r2) || _iterableToArrayLimit2(r2, e2) || _unsupportedIterableToArray6(r2, e2) || _nonIterableRest2();
  }
  function _nonIterableRest2() {
    throw new TypeError("Invalid attempt to destructure non-iterable instance.\nIn order to be iterable, non-array objects must have a [Symbol.iterator]() method.");
  }
  function _unsupportedIterableToArray6(r2, a2) {
    if (r2) {
      if ("string" == typeof r2) return _arrayLikeToArray6(r2, a2);
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray6(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray6(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
    return n3;
  }
  function _iterableToArrayLimit2(r2, l2) {
    var t3 = null == r2 ? null : "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (null != t3) {
      var e2, n3, i3, u2, a2 = [], f2 = true, o2 = false;
      try {
        if (i3 = (t3 = t3.call(r2)).next, 0 === l2) {
          if (Object(t3) !== t3) return;
          f2 = false;
        } else for (; !(f2 = (e2 = i3.call(t3)).done) && (a2.push(e2.value), a2.length !== l2); f2 = true) ;
      } catch (r3) {
        o2 = true, n3 = r3;
      } finally {
        try {
          if (!f2 && null != t3["return"] && (u2 = t3["return"](), Object(u2) !== u2)) return;
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
  function _createForOfIteratorHelperLoose5(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray7(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray7(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray7(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
    return n3;
  }
  function generateSharedStringsXml(sharedStrings) {
    var xml = '<?xml version="1.0"?>';
    xml += '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
    for (var _iterator = _createForOfIteratorHelperLoose5(sharedStrings), _step; !(_step = _iterator()).done; ) {
      var string = _step.value;
      var attributes = string.trim().length === string.length ? "" : ' xml:space="preserve"';
      xml += "<si><t".concat(attributes, ">");
      xml += sanitizeTextContent(string);
      xml += "</t></si>";
    }
    xml += "</sst>";
    return xml;
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/helpers/getXlsxColorForHexColor.js
  function getXlsxColorForHexColor(color) {
    if (color[0] !== "#") {
      throw new Error('Color "'.concat(color, '" must start with a "#"'));
    }
    return "FF".concat(color.slice("#".length).toUpperCase());
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
    var style = _ref2.style, color = _ref2.color;
    if (color && !style) {
      style = "thin";
    }
    var hasChildren = Boolean(color);
    return "<".concat(side) + (style ? ' style="'.concat(sanitizeAttributeValue(style), '"') : "") + (hasChildren ? ">" : "/>") + (color ? '<color rgb="'.concat(sanitizeAttributeValue(getXlsxColorForHexColor(color)), '"/>') : "") + (hasChildren ? "</".concat(side, ">") : "");
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
  function ownKeys2(e2, r2) {
    var t3 = Object.keys(e2);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e2);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e2, r3).enumerable;
      })), t3.push.apply(t3, o2);
    }
    return t3;
  }
  function _objectSpread2(e2) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t3 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys2(Object(t3), true).forEach(function(r3) {
        _defineProperty2(e2, r3, t3[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e2, Object.getOwnPropertyDescriptors(t3)) : ownKeys2(Object(t3)).forEach(function(r3) {
        Object.defineProperty(e2, r3, Object.getOwnPropertyDescriptor(t3, r3));
      });
    }
    return e2;
  }
  function _defineProperty2(e2, r2, t3) {
    return (r2 = _toPropertyKey2(r2)) in e2 ? Object.defineProperty(e2, r2, { value: t3, enumerable: true, configurable: true, writable: true }) : e2[r2] = t3, e2;
  }
  function _toPropertyKey2(t3) {
    var i3 = _toPrimitive2(t3, "string");
    return "symbol" == _typeof2(i3) ? i3 : i3 + "";
  }
  function _toPrimitive2(t3, r2) {
    if ("object" != _typeof2(t3) || !t3) return t3;
    var e2 = t3[Symbol.toPrimitive];
    if (void 0 !== e2) {
      var i3 = e2.call(t3, r2 || "default");
      if ("object" != _typeof2(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t3);
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
    var borders = [];
    var borderIdByBorderKey = {};
    var defaultFontId = fonts.length;
    fontIdByFontKey[getKey(defaultFont)] = defaultFontId;
    fonts.push(defaultFont || {});
    var defaultFill = {};
    fillIdByFillKey[getKey(defaultFill)] = fills.length;
    fills.push(defaultFill);
    var defaultBorder = {};
    borderIdByBorderKey[getKey(defaultBorder)] = borders.length;
    borders.push(defaultBorder);
    var gray125Fill = {
      gray125: true
    };
    fills.push(gray125Fill);
    function findOrCreateCellStyle(cellStyle) {
      var format = cellStyle.format, align = cellStyle.align, alignVertical = cellStyle.alignVertical, textRotation = cellStyle.textRotation, indent = cellStyle.indent, wrap = cellStyle.wrap, fontFamily = cellStyle.fontFamily, fontSize = cellStyle.fontSize, fontWeight = cellStyle.fontWeight, fontStyle = cellStyle.fontStyle, textDecoration = cellStyle.textDecoration, textColor = cellStyle.textColor, backgroundColor = cellStyle.backgroundColor, fillPatternStyle = cellStyle.fillPatternStyle, fillPatternColor = cellStyle.fillPatternColor, borderColor = cellStyle.borderColor, borderStyle = cellStyle.borderStyle, leftBorderColor = cellStyle.leftBorderColor, leftBorderStyle = cellStyle.leftBorderStyle, rightBorderColor = cellStyle.rightBorderColor, rightBorderStyle = cellStyle.rightBorderStyle, topBorderColor = cellStyle.topBorderColor, topBorderStyle = cellStyle.topBorderStyle, bottomBorderColor = cellStyle.bottomBorderColor, bottomBorderStyle = cellStyle.bottomBorderStyle;
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
      var formatKey = getKey(format);
      var fontKey = getKey(font);
      var fillKey = getKey(fill);
      var borderKey = getKey(border);
      var styleKey = getKey(cellStyle);
      var addStyle = function addStyle2() {
        var formatId;
        if (format) {
          formatId = formatIdByFormat[formatKey];
          if (formatId === void 0) {
            formatId = FORMAT_ID_STARTS_FROM + formats.length;
            formatIdByFormat[formatKey] = formatId;
            formats.push(format);
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
            borderId = borders.length;
            borderIdByBorderKey[borderKey] = borderId;
            borders.push(border);
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
          borders
        };
      },
      findOrCreateCellStyle
    };
  }
  function getKey(object) {
    return JSON.stringify(object);
  }

  // ../../../node_modules/write-excel-file/modules/xlsx/files/styles.xml.js
  function _createForOfIteratorHelperLoose6(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray8(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray8(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray8(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
    return n3;
  }
  function generateStylesXml(cellStyles, sheetsOptions, features2) {
    var formats = cellStyles.formats, styles = cellStyles.styles, fonts = cellStyles.fonts, fills = cellStyles.fills, borders = cellStyles.borders;
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
    xml += '<borders count="'.concat(borders.length, '">');
    for (var _iterator3 = _createForOfIteratorHelperLoose6(borders), _step3; !(_step3 = _iterator3()).done; ) {
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
  function _createForOfIteratorHelperLoose7(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray9(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray9(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray9(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function _createForOfIteratorHelperLoose8(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray10(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray10(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray10(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function _createForOfIteratorHelperLoose9(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray11(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray11(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray11(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
      var _conditionalFormattin = conditionalFormattingRule.cellRange, from = _conditionalFormattin.from, to = _conditionalFormattin.to, _conditionalFormattin2 = conditionalFormattingRule.condition, formula = _conditionalFormattin2.formula, operator = _conditionalFormattin2.operator, value = _conditionalFormattin2.value, value2 = _conditionalFormattin2.value2;
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
        xml += "<formula>".concat(sanitizeTextContent(formatValue(value)), "</formula>");
        if (getXlsxOperatorName(operator) === "between") {
          xml += "<formula>".concat(sanitizeTextContent(formatValue(value2)), "</formula>");
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
  function formatValue(value) {
    if (typeof value === "string") {
      return '"' + value + '"';
    }
    return String(value);
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
  function _createForOfIteratorHelperLoose10(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray12(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray12(r2, a2) : void 0;
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
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
    return n3;
  }
  function ownKeys3(e2, r2) {
    var t3 = Object.keys(e2);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e2);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e2, r3).enumerable;
      })), t3.push.apply(t3, o2);
    }
    return t3;
  }
  function _objectSpread3(e2) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t3 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys3(Object(t3), true).forEach(function(r3) {
        _defineProperty3(e2, r3, t3[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e2, Object.getOwnPropertyDescriptors(t3)) : ownKeys3(Object(t3)).forEach(function(r3) {
        Object.defineProperty(e2, r3, Object.getOwnPropertyDescriptor(t3, r3));
      });
    }
    return e2;
  }
  function _defineProperty3(e2, r2, t3) {
    return (r2 = _toPropertyKey3(r2)) in e2 ? Object.defineProperty(e2, r2, { value: t3, enumerable: true, configurable: true, writable: true }) : e2[r2] = t3, e2;
  }
  function _toPropertyKey3(t3) {
    var i3 = _toPrimitive3(t3, "string");
    return "symbol" == _typeof3(i3) ? i3 : i3 + "";
  }
  function _toPrimitive3(t3, r2) {
    if ("object" != _typeof3(t3) || !t3) return t3;
    var e2 = t3[Symbol.toPrimitive];
    if (void 0 !== e2) {
      var i3 = e2.call(t3, r2 || "default");
      if ("object" != _typeof3(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t3);
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
  function _createForOfIteratorHelperLoose11(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray13(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray13(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray13(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
      findOrCreateSharedString: function findOrCreateSharedString(string) {
        var id = sharedStringIdByString[string];
        if (id === void 0) {
          id = sharedStrings.length;
          sharedStringIdByString[string] = id;
          sharedStrings.push(string);
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
  function _createForOfIteratorHelperLoose12(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray14(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray14(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray14(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
    return (headerRow ? [headerRow] : []).concat(objects.map(function(object, objectIndex) {
      return columns.map(function(_ref2) {
        var cell4 = _ref2.cell;
        return cell4(object, objectIndex);
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
  function ownKeys4(e2, r2) {
    var t3 = Object.keys(e2);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e2);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e2, r3).enumerable;
      })), t3.push.apply(t3, o2);
    }
    return t3;
  }
  function _objectSpread4(e2) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t3 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys4(Object(t3), true).forEach(function(r3) {
        _defineProperty4(e2, r3, t3[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e2, Object.getOwnPropertyDescriptors(t3)) : ownKeys4(Object(t3)).forEach(function(r3) {
        Object.defineProperty(e2, r3, Object.getOwnPropertyDescriptor(t3, r3));
      });
    }
    return e2;
  }
  function _defineProperty4(e2, r2, t3) {
    return (r2 = _toPropertyKey4(r2)) in e2 ? Object.defineProperty(e2, r2, { value: t3, enumerable: true, configurable: true, writable: true }) : e2[r2] = t3, e2;
  }
  function _toPropertyKey4(t3) {
    var i3 = _toPrimitive4(t3, "string");
    return "symbol" == _typeof4(i3) ? i3 : i3 + "";
  }
  function _toPrimitive4(t3, r2) {
    if ("object" != _typeof4(t3) || !t3) return t3;
    var e2 = t3[Symbol.toPrimitive];
    if (void 0 !== e2) {
      var i3 = e2.call(t3, r2 || "default");
      if ("object" != _typeof4(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t3);
  }
  function _createForOfIteratorHelperLoose13(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray15(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray15(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray15(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function ownKeys5(e2, r2) {
    var t3 = Object.keys(e2);
    if (Object.getOwnPropertySymbols) {
      var o2 = Object.getOwnPropertySymbols(e2);
      r2 && (o2 = o2.filter(function(r3) {
        return Object.getOwnPropertyDescriptor(e2, r3).enumerable;
      })), t3.push.apply(t3, o2);
    }
    return t3;
  }
  function _objectSpread5(e2) {
    for (var r2 = 1; r2 < arguments.length; r2++) {
      var t3 = null != arguments[r2] ? arguments[r2] : {};
      r2 % 2 ? ownKeys5(Object(t3), true).forEach(function(r3) {
        _defineProperty5(e2, r3, t3[r3]);
      }) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e2, Object.getOwnPropertyDescriptors(t3)) : ownKeys5(Object(t3)).forEach(function(r3) {
        Object.defineProperty(e2, r3, Object.getOwnPropertyDescriptor(t3, r3));
      });
    }
    return e2;
  }
  function _defineProperty5(e2, r2, t3) {
    return (r2 = _toPropertyKey5(r2)) in e2 ? Object.defineProperty(e2, r2, { value: t3, enumerable: true, configurable: true, writable: true }) : e2[r2] = t3, e2;
  }
  function _toPropertyKey5(t3) {
    var i3 = _toPrimitive5(t3, "string");
    return "symbol" == _typeof5(i3) ? i3 : i3 + "";
  }
  function _toPrimitive5(t3, r2) {
    if ("object" != _typeof5(t3) || !t3) return t3;
    var e2 = t3[Symbol.toPrimitive];
    if (void 0 !== e2) {
      var i3 = e2.call(t3, r2 || "default");
      if ("object" != _typeof5(i3)) return i3;
      throw new TypeError("@@toPrimitive must return a primitive value.");
    }
    return ("string" === r2 ? String : Number)(t3);
  }
  function _objectWithoutProperties(e2, t3) {
    if (null == e2) return {};
    var o2, r2, i3 = _objectWithoutPropertiesLoose(e2, t3);
    if (Object.getOwnPropertySymbols) {
      var n3 = Object.getOwnPropertySymbols(e2);
      for (r2 = 0; r2 < n3.length; r2++) o2 = n3[r2], -1 === t3.indexOf(o2) && {}.propertyIsEnumerable.call(e2, o2) && (i3[o2] = e2[o2]);
    }
    return i3;
  }
  function _objectWithoutPropertiesLoose(r2, e2) {
    if (null == r2) return {};
    var t3 = {};
    for (var n3 in r2) if ({}.hasOwnProperty.call(r2, n3)) {
      if (-1 !== e2.indexOf(n3)) continue;
      t3[n3] = r2[n3];
    }
    return t3;
  }
  function _createForOfIteratorHelperLoose14(r2, e2) {
    var t3 = "undefined" != typeof Symbol && r2[Symbol.iterator] || r2["@@iterator"];
    if (t3) return (t3 = t3.call(r2)).next.bind(t3);
    if (Array.isArray(r2) || (t3 = _unsupportedIterableToArray16(r2)) || e2 && r2 && "number" == typeof r2.length) {
      t3 && (r2 = t3);
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
      var t3 = {}.toString.call(r2).slice(8, -1);
      return "Object" === t3 && r2.constructor && (t3 = r2.constructor.name), "Map" === t3 || "Set" === t3 ? Array.from(r2) : "Arguments" === t3 || /^(?:Ui|I)nt(?:8|16|32)(?:Clamped)?Array$/.test(t3) ? _arrayLikeToArray16(r2, a2) : void 0;
    }
  }
  function _arrayLikeToArray16(r2, a2) {
    (null == a2 || a2 > r2.length) && (a2 = r2.length);
    for (var e2 = 0, n3 = Array(a2); e2 < a2; e2++) n3[e2] = r2[e2];
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
  function cell2(value) {
    if (value === null || value === void 0 || value === "") return null;
    if (typeof value === "number") return { value, type: Number };
    return { value: String(value).replace(NOT_XML, " ").slice(0, LONGEST_CELL), type: String };
  }
  function widthOf(value) {
    return String(value ?? "").replace(/[^ -~]/g, "##").length;
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
  function cloneState(value) {
    if (Array.isArray(value)) return value.map(cloneState);
    if (value && typeof value === "object") {
      const proto = Object.getPrototypeOf(value);
      if (proto !== Object.prototype && proto !== null) return value;
      const copy = proto === null ? makeObjectMap() : {};
      const keys = Object.keys(value);
      for (let i3 = 0; i3 < keys.length; i3++) {
        const key = keys[i3];
        Object.defineProperty(copy, key, {
          configurable: true,
          enumerable: true,
          value: cloneState(value[key]),
          writable: true
        });
      }
      return copy;
    }
    return value;
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
  function isPlainContainer(value) {
    if (typeof value !== "object" || value === null) return false;
    if (Array.isArray(value)) return true;
    const proto = Object.getPrototypeOf(value);
    return proto === Object.prototype || proto === null;
  }
  function getEnumerableOwnKeys(value) {
    return Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
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
    const flat = [];
    const recurse = (subArr) => {
      subArr.forEach((item) => {
        flat.push(item);
        const children = getChildren(item);
        if (children.length) recurse(children);
      });
    };
    recurse(arr);
    return flat;
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
    function logTime(time, depsChanged) {
      var _a2;
      const runType = runCount === 0 ? "(1st run)" : depsChanged ? "(rerun #" + runCount + ")" : "(cache)";
      runCount++;
      console.groupCollapsed(`%c⏱ ${pad(`${time.toFixed(1)} ms`, 12)} %c${runType}%c ${fnName}%c ${objectId ? `(${fnName.split(".")[0]}Id: ${objectId})` : ""}`, `font-size: .6rem; font-weight: bold; ${depsChanged ? `color: hsl(
        ${Math.max(0, Math.min(120 - Math.log10(time) * 60, 120))}deg 100% 31%);` : ""} `, `color: ${runCount < 2 ? "#FF00FF" : "#FF1493"}`, "color: #666", "color: #87CEEB");
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
  function table_syncExternalStateToBaseAtoms(table, capturedState, compare = (currentState, externalState) => currentState === externalState) {
    const state = capturedState === void 0 ? table.options.state : capturedState;
    table._reactivity.batch(() => {
      if (state) for (const key in state) {
        const baseAtom = table.baseAtoms[key];
        if (!baseAtom) continue;
        const rawExternalState = state[key];
        const externalState = rawExternalState === void 0 ? table.initialState[key] : rawExternalState;
        if (!compare(table._reactivity.untrack(() => baseAtom.get()), externalState)) baseAtom.set(() => externalState);
      }
    });
  }
  function table_publishExternalState(table, state, compare = (currentState, externalState) => currentState === externalState) {
    table._reactivity.batch(() => {
      var _a2, _b2;
      table_syncExternalStateToBaseAtoms(table, state, compare);
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
        const e2 = effect(() => {
          var _a2;
          atom.get();
          if (!observed.current) observed.current = true;
          else {
            activeSub = void 0;
            (_a2 = obs.next) == null ? void 0 : _a2.call(obs, atom._snapshot);
          }
        });
        return { unsubscribe: () => {
          e2.stop();
        } };
      },
      _update(getValue) {
        const prevSub = activeSub;
        const compare = (options == null ? void 0 : options.compare) ?? Object.is;
        if (isComputed) {
          activeSub = atom;
          ++cycle;
          atom.depsTail = void 0;
        } else if (getValue === void 0) return false;
        if (isComputed) atom.flags = 1 | 4;
        try {
          const oldValue = atom._snapshot;
          const newValue = typeof getValue === "function" ? getValue(oldValue) : getValue === void 0 && isComputed ? getter(oldValue) : getValue;
          if (oldValue === void 0 || !compare(oldValue, newValue)) {
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
      const syncAtomToWrappedSub = atom.subscribe((value) => {
        if (syncExternal) return;
        wrappedAtom.set(value);
      });
      const syncWrappedToAtomSub = wrappedAtom.subscribe((value) => {
        syncExternal = true;
        atom.set(value);
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
        set(value) {
          table.optionsStore.set(() => value);
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
    return (e2) => {
      column_toggleVisibility(column, e2.target.checked);
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
  function table_toggleAllColumnsVisible(table, value) {
    value = value ?? !table_getIsAllColumnsVisible(table);
    const visibility = makeObjectMap();
    const leafColumns = table.getAllLeafColumns();
    for (let i3 = 0; i3 < leafColumns.length; i3++) {
      const column = leafColumns[i3];
      visibility[column.id] = !value ? !column_getCanHide(column) : value;
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
    return (e2) => {
      table_toggleAllColumnsVisible(table, e2.target.checked);
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
        table_toggleAllColumnsVisible: { fn: (value) => table_toggleAllColumnsVisible(table, value) },
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
      const value = firstRows[i3].getValue(column.id);
      if (Object.prototype.toString.call(value) === "[object Date]") {
        sortFnName = "datetime";
        break;
      }
      if (typeof value === "string") {
        isString = true;
        if (value.split(reSplitAlphaNumeric).length > 1) {
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
      const value = firstRows[i3].getValue(column.id);
      if (value == null) continue;
      return typeof value === "string" ? "asc" : "desc";
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
    return (e2) => {
      var _a2, _b2;
      if (!canSort) return;
      column_toggleSorting(column, void 0, column_getCanMultiSort(column) ? (_b2 = (_a2 = column.table.options).isMultiSortEvent) == null ? void 0 : _b2.call(_a2, e2) : false);
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
        isMultiSortEvent: (e2) => {
          return e2.shiftKey;
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
      createWritableAtom: (value, options) => {
        return createAtom(value, { compare: options == null ? void 0 : options.compare });
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
  function ascending(column, count) {
    const ranks = ranksOf(column, count);
    const rows = new Uint32Array(count);
    let known = 0;
    let last = count;
    for (let row = 0; row < count; row++) if (!Number.isNaN(ranks[row])) rows[known++] = row;
    for (let row = count - 1; row >= 0; row--) if (Number.isNaN(ranks[row])) rows[--last] = row;
    rows.subarray(0, known).sort((a2, b) => ranks[a2] - ranks[b] || a2 - b);
    return { rows, ranks, known };
  }
  function descending({ rows, ranks, known }) {
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
    return Float64Array.from(values, (value) => {
      if (value === null || value === "") return Number.NaN;
      return typeof value === "number" ? value : (
        /** @type {number} */
        places.get(value)
      );
    });
  }
  function placesOf(values, isCode) {
    const texts = [...new Set(values.filter((value) => typeof value === "string"))];
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
      const value = column.value(rows[place]);
      if (typeof value !== "number") continue;
      sum2 += value;
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
      const [, title, unit] = UNIT.exec(heading) || [heading, heading, void 0];
      const isNumber = rows.some((value2) => typeof value2 === "number");
      const digits = isNumber ? digitsOf(
        /** @type {(number | null)[]} */
        rows
      ) : 0;
      function value(row) {
        var _a3;
        const one = rows[row];
        if (typeof one !== "string") return one;
        if (name === "zone_id") return page.text(((_a3 = page.data.subjects[`zone:${one}`]) == null ? void 0 : _a3.name) || { zh: one, en: one });
        return labels[one] ? page.text(labels[one]) : one;
      }
      function cell4(row) {
        const one = rows[row];
        if (name === "zone_id") return zoneCell(one);
        if (one === null) return unstated(page);
        if (name === NUMBER) return named(String(one), "");
        return typeof one === "number" ? figure(page, one, digits) : String(value(row));
      }
      return {
        id: name,
        title,
        unit,
        width: name === NUMBER ? 9 : 7,
        grows: name === NUMBER ? 1 : void 0,
        isNumber,
        digits,
        isCode: name === NUMBER,
        value,
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
      wanted() {
        const { state } = page;
        const { land: land2 } = state.filter;
        return (row) => (!zoneIds || wantedIn(state, [
          /** @type {string | null} */
          zoneIds[row] ?? OUTSIDE
        ])) && (!land2 || isWithin(land2, area2(row)));
      },
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
    const allSums = /* @__PURE__ */ new Map();
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
      if (last == null ? void 0 : last.about.every((one, place) => one === about[place])) return last.rows;
      const order = column ? ordered(whole, column, sort.desc) : Uint32Array.from({ length: source.count }, (_2, row) => row);
      const isAll = !isNarrowed(page.state) && !page.state.rule;
      last = { about, rows: isAll ? order : wantedOf(order, source.wanted()) };
      return last.rows;
    }
    function ordered({ source, orders }, column, isDescending) {
      const known = orders.get(column.id) || ascending(column, source.count);
      orders.set(column.id, known);
      return isDescending ? descending(known) : known.rows;
    }
    function sortAhead(place) {
      const whole = kind() === "parcels" ? table() : null;
      const column = whole == null ? void 0 : whole.source.columns[place];
      if (!whole || !column) return;
      ordered(whole, column, false);
      setTimeout(() => sortAhead(place + 1), PAUSE_MS2);
    }
    function total2(source, column) {
      const about = [source, page.state.filter, page.state.rule];
      const isAll = !isNarrowed(page.state) && !page.state.rule;
      if (!isAll && !about.every((one, place) => one === added.about[place])) added = { about, sums: /* @__PURE__ */ new Map() };
      const sums = isAll ? allSums : added.sums;
      const name = isAll ? `${kind()} ${page.lang} ${column.id}` : column.id;
      const known = sums.get(name) || totalOf(column, rows());
      sums.set(name, known);
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
      const heads = columns.map(({ title, unit }) => title + (unit ? page.bracketed(unit) : ""));
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
        const totals = (column) => total2(source, column);
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

  // src/views/findings.js
  function findings3(page) {
    const { data } = page;
    function countOf3(key) {
      const { rule } = page.state;
      return findingsOf(page, key).filter((finding) => isGrave(finding) && (!rule || finding.rule === rule)).length;
    }
    return {
      title: { zh: "检查发现", en: "Findings" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, places: false },
      narrowed() {
        const rule = ruleNamed(page, page.state.rule);
        return rule ? page.text(rule.title) : "";
      },
      list: () => null,
      legend: () => [
        narrowed(page),
        flag(page),
        flagged(page),
        data.projects.length > 0 && unflagged(page),
        ...projects(page),
        ...outlines(page)
      ],
      style(key, subject, base) {
        const isZone = subject.kind === "zone";
        const flag2 = page.theme.flag();
        const quiet = page.theme.quiet();
        if (countOf3(key)) return { color: flag2, fillColor: flag2, fillOpacity: isZone ? 0.14 : base.fillOpacity };
        if (isZone) return { color: quiet, fillOpacity: 0 };
        return { color: quiet, fillColor: quiet, fillOpacity: 0.1, opacity: 0.5 };
      },
      label(zone) {
        const count = countOf3(zone.key);
        return count ? `⚑ ${count}` : "";
      }
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
      for (const one of listed) cells.set(`${key} ${one.zone_id}`, one);
    }
    const isLong = zones2.length > industries2.length;
    const [rows, columns] = isLong ? [zones2, industries2] : [industries2, zones2];
    const listedIn = (row, column) => cells.get(isLong ? `${column.id} ${row.id}` : `${row.id} ${column.id}`);
    return html`<div class="matrix" role="region" tabindex="0" aria-label=${page.say("matrix")}><table>
    <thead><tr><td></td>${columns.map((column) => head3(page, column))}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr key=${row.key} class=${classes("row", page.state.opened === row.key && "open")}
        onClick=${() => page.open(row.key)}>
        <th scope="row">${named2(page, row)}</th>
        ${columns.map((column) => cell3(page, listedIn(row, column), (isLong ? row : column).colour || ""))}
      </tr>`
    )}</tbody>
  </table></div>`;
  }
  function head3(page, column) {
    return html`<th scope="col" key=${column.key} onClick=${() => page.open(column.key)}>${named2(page, column)}</th>`;
  }
  function named2(page, { key, name }) {
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
      const zone = data.zones.find((one) => one.zone_id === zoneId);
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
      layers: { zones: true, parks: false, projects: false, places: false },
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
      legend: () => [...kinds(page), ...outlines(page), ...shared(page)],
      style(key, subject) {
        if (subject.kind !== "zone") return null;
        const leads = picked();
        const id = key.slice("zone:".length);
        if (!leads) return { fillOpacity: 0.4 };
        if (!leads.includes(id)) return { fillOpacity: 0, opacity: 0.35 };
        return leads.length > 1 ? { fillColor: `url(#yz-hatch-${id})`, fillOpacity: 1 } : { fillOpacity: 0.6 };
      },
      label(zone) {
        const names = page.text(zone.leading).split(page.lang === "zh" ? "、" : ", ");
        if (picked()) return "";
        if (names.length <= MOST_NAMED) return names;
        return [...names.slice(0, MOST_NAMED - 1), page.say("and_so_on").replace("%d", String(names.length))];
      }
    };
  }

  // src/elements/recovery.js
  function recovery(page) {
    const { recovered_mu } = page.data.land;
    const invented = page.invented();
    return html`${target(page)}
    ${invented ? html`<p class="empty">${invented}</p>` : null}
    ${recovered_mu === null ? note(page.say("no_ledger")) : html`${progress(page, recovered_mu)}${byZone(page)}`}`;
  }
  function target(page) {
    const { target_mu, target_key } = page.data.land;
    if (target_mu === null) return null;
    const chart = bar2([{ value: target_mu, colour: "var(--ink)" }], target_mu);
    const figure2 = page.numbers.mu(target_mu);
    return figureRow({ name: page.say("target"), figure: figure2, chart, open: () => page.open(target_key) });
  }
  function progress(page, recovered) {
    const { numbers, say } = page;
    const { land: land2 } = page.data;
    const underWay = land2.under_way_mu || 0;
    const colour = page.theme.tint(land2.colour);
    const parts = [
      { value: recovered, colour },
      { value: underWay, colour, pale: true }
    ];
    const most = largest([land2.target_mu || 0, recovered + underWay]);
    const share = land2.target_mu ? ` · ${numbers.percent(recovered / land2.target_mu)}` : "";
    const chart = bar2(parts, most, { name: say("recovered"), mark: land2.target_mu || void 0 });
    const asOf = land2.as_of ? ` · ${say("as_of")} ${land2.as_of}` : "";
    const rest = `${say("identified")} ${numbers.mu(land2.identified_mu || 0)}`;
    return html`${figureRow({ name: say("recovered"), figure: numbers.mu(recovered) + share, chart })}
    <p class="meta">${`${say("under_way")} ${numbers.mu(underWay)} · ${rest}${asOf}`}</p>
    <p class="meta">${say(land2.target_mu ? "bars_target" : "bars")}</p>`;
  }
  function byZone(page) {
    const rows = page.data.land.by_zone;
    const most = largest(rows.map((row) => row.recovered_mu + row.under_way_mu));
    return rows.map((row) => {
      const zone = page.data.zones.find((one) => one.zone_id === row.zone_id);
      const colour = zone ? zone.colour : "var(--ink3)";
      const parts = [
        { value: row.recovered_mu, colour },
        { value: row.under_way_mu, colour, pale: true }
      ];
      return figureRow({
        name: zone ? page.text(page.data.subjects[zone.key].name) + page.text(zone.inner) : page.say("outside_zones"),
        figure: page.numbers.mu(row.recovered_mu),
        chart: bar2(parts, most),
        open: zone ? () => page.open(zone.key) : null
      });
    });
  }

  // src/views/land.js
  var QUIET = "var(--ink3)";
  var UNKNOWN_SITE_MU = 40;
  function radius2(mu) {
    return 4 + 0.6 * Math.sqrt(mu || UNKNOWN_SITE_MU);
  }
  function land(page) {
    const { data, numbers } = page;
    const figures = data.land;
    const hasUsable = figures.zones.some((row) => row.usable_km2 !== null);
    const wantsLand = data.projects.some((project2) => project2.new_land_mu !== null);
    const reuses = figures.identified_keys.length > 0 || figures.silent_keys.length > 0;
    const recovers = figures.target_mu !== null || figures.recovered_mu !== null || reuses;
    if (!hasUsable && !wantsLand && !recovers) return null;
    const byKey = new Map(data.projects.map((project2) => [project2.key, project2]));
    function bars2(column, print, extra) {
      const most = largest([...figures.zones.map((row) => row[column] || 0), ...extra.map((one) => one.value || 0)]);
      const rows = figures.zones.map((row) => {
        const { key, colour, inner } = (
          /** @type {Zone} */
          data.zones.find((zone) => zone.zone_id === row.zone_id)
        );
        const value = row[column];
        const chart = value === null ? null : bar2([{ value, colour }], most);
        const name = page.text(data.subjects[key].name) + (column === "new_land_mu" ? page.text(inner) : "");
        return figureRow({ name, figure: value === null ? "—" : print(value), chart, open: () => page.open(key) });
      });
      const others = extra.map(({ name, value }) => {
        const chart = value === null ? null : bar2([{ value, colour: QUIET }], most);
        return figureRow({ name, figure: value === null ? "—" : print(value), chart });
      });
      return [...rows, ...others];
    }
    function identified() {
      if (!reuses) return null;
      const value = figures.identified_in_plan_mu;
      const chart = value === null ? null : bar2([{ value, colour: QUIET }], figures.target_mu || value);
      const figure2 = value === null ? "—" : numbers.mu(value);
      return html`${figureRow({ name: page.say("identified_in_plan"), figure: figure2, chart })}
      ${linkList(page, figures.identified_keys)}
      ${figures.silent_keys.length ? html`<p class="meta">${page.say("identified_silent")}</p>${linkList(page, figures.silent_keys)}` : null}`;
    }
    function newLand2() {
      if (!wantsLand) return null;
      const nowhere = data.projects.some((project2) => !project2.located);
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
      layers: { zones: true, parks: false, projects: true, places: false },
      list: () => html`${recovers ? html`<h2>${page.say("recovery")}</h2>${recovery(page)}${identified()}` : null}
      ${hasUsable ? html`<h2>${page.say("usable")}</h2>${bars2("usable_km2", numbers.km2, [])}` : null}
      ${newLand2()}`,
      legend: () => [
        wantsLand && newLand(page),
        reuses && reuse(page),
        ...wantsLand || reuses ? projects(page) : [],
        ...kinds(page),
        ...outlines(page)
      ],
      style(key, subject, base) {
        if (subject.kind === "zone") return { fillOpacity: base.fillOpacity && 0.3 };
        const project2 = byKey.get(key);
        if (!project2) return null;
        const { reuses_land, new_land_mu } = project2;
        if (reuses_land) return { radius: radius2(new_land_mu), fillOpacity: 0, weight: 3, opacity: 1 };
        return new_land_mu ? { radius: radius2(new_land_mu) } : { opacity: 0, fillOpacity: 0 };
      },
      label(zone) {
        const row = figures.zones.find((one) => one.zone_id === zone.zone_id);
        const area2 = page.text(zone.area);
        return (row == null ? void 0 : row.new_land_mu) ? [area2, `${page.say("new_short")} ${numbers.mu(row.new_land_mu)}`] : [area2];
      }
    };
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
    function zoneName2(key) {
      const zone = subjects[`zone:${subjects[key].zone_id}`];
      return zone ? page.text(zone.name) : "";
    }
    const content = PARK_LISTS.map((title) => {
      const listed = keys.filter((key) => `listed_${subjects[key].listed_in}` === title);
      if (!listed.length) return null;
      return html`<h3>${counted(page.say(title), listed.length)}</h3>${linkList(page, listed, zoneName2)}`;
    });
    return fold(page, "yz-parks", counted(page.say("parks"), keys.length), content, true);
  }
  function unlocated(page) {
    const { subjects } = page.data;
    const lost = (kind) => keysOf(page, kind).filter((key) => subjects[key].unlocated);
    const noteOf = (key) => page.text(subjects[key].note || { zh: "", en: "" });
    const projects4 = lost("project");
    const gone = lost("park");
    if (!projects4.length && !gone.length) return null;
    const content = html`<p class="meta">${page.say("unlocated_note")}</p>
    ${linkList(page, projects4, noteOf)}
    ${gone.length && projects4.length ? html`<h3>${counted(page.say("unlocated_parks"), gone.length)}</h3>` : null}
    ${linkList(page, gone, noteOf)}`;
    const title = projects4.length ? counted(page.say("unlocated"), projects4.length) : counted(page.say("unlocated_parks"), gone.length);
    return fold(page, "yz-unlocated", title, content, true);
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
      if (!data.overview.length) return null;
      return html`<div class="overview">
      ${data.overview.map(
        ({ key, number, unit }) => html`<button type="button" onClick=${() => page.open(key)}>
          <span class="number">${page.text(number)}</span><span class="unit">${page.text(unit)}</span>
        </button>`
      )}
    </div>`;
    }
    function zoneRow({ key, depth, colour, share, flags, area: area2, project_count, by_owner, inner }) {
      const fill = { background: colour, width: `${100 * (share || 0)}%` };
      const said = [
        page.text(area2),
        data.projects.length ? `${page.numbers.projects(project_count)}${page.text(inner)}${page.text(by_owner)}` : ""
      ];
      const inside = depth ? { paddingLeft: `${depth}em` } : null;
      return html`<button key=${key} type="button" style=${inside} class=${classes("zone-row", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      <span class="name">
        ${dot(colour)}<span>${page.text(data.subjects[key].name)}</span>
        ${flags ? html`<span class="flag">${`⚑ ${flags}`}</span>` : null}
      </span>
      ${share === null ? null : html`<span class="bar"><span style=${fill}></span></span>`}
      <span class="meta">${said.filter(Boolean).join(" · ")}</span>
    </button>`;
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
      layers: { zones: true, parks: true, projects: true, places: true },
      list: () => html`${totals()}
      ${missing()}
      ${data.zones.length ? html`<h2>${page.say("zones")}</h2>` : null}
      ${data.zones.map(zoneRow)}
      ${unlocated(page)}
      ${parks2(page)}
      ${listed("target", noteOf)}
      ${listed("owner", noteOf)}
      ${listed("cluster")}`,
      legend: () => {
        var _a2;
        return [
          ...kinds(page),
          ...outlines(page),
          ...projects(page, project),
          ((_a2 = data.order.park) == null ? void 0 : _a2.some((key) => !data.subjects[key].unlocated)) && park(page),
          data.zones.some((zone) => zone.flags) && flag(page)
        ];
      },
      style: () => null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/views/parcels.js
  function parcels2(page) {
    const ledger = page.data.parcels;
    if (!ledger && !page.parcels) return null;
    function counts() {
      if (!ledger) return null;
      const most = largest(ledger.by_status.map((row) => row.mu));
      return ledger.by_status.map(({ status, mu, count, colour }) => {
        const swatch = page.theme.tint(colour);
        return figureRow({
          name: page.say(status),
          figure: page.numbers.mu(mu),
          chart: bar2([{ value: mu, colour: swatch }], most),
          swatch,
          note: page.numbers.parcels(count)
        });
      });
    }
    return {
      title: page.both("parcels"),
      layout: "map",
      layers: { zones: true, parks: false, projects: false, places: false, parcels: true },
      list() {
        if (!ledger) return null;
        const title = page.lang === "zh" ? `${page.say("parcels")} ` : "";
        const invented = page.invented();
        return html`<h2>${title + page.numbers.parcels(ledger.count)}</h2>
        ${invented ? html`<p class="empty">${invented}</p>` : null}
        ${counts()}
        <p class="meta hint">${page.say("parcels_how")}</p>`;
      },
      legend: () => [
        page.parcels && html`<li ref=${(row) => {
          var _a2;
          return (_a2 = page.parcels) == null ? void 0 : _a2.putLegend(row);
        }}></li>`,
        ...outlines(page)
      ],
      style: (_key, subject) => subject.kind === "zone" ? { fillOpacity: 0.04 } : null,
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
  function createLazyMeasurementsView(cache, flat) {
    const count = cache.length;
    return new Proxy(cache, {
      get(target2, prop, receiver) {
        if (typeof prop === "string") {
          const c2 = prop.charCodeAt(0);
          if (c2 >= 48 && c2 <= 57) {
            const i3 = +prop;
            if (Number.isInteger(i3) && i3 >= 0 && i3 < count) {
              let v2 = target2[i3];
              if (typeof v2 !== "object") {
                const s2 = flat[i3 * 2];
                v2 = target2[i3] = {
                  index: i3,
                  key: v2,
                  start: s2,
                  size: flat[i3 * 2 + 1],
                  end: s2 + flat[i3 * 2 + 1],
                  lane: 0
                };
              }
              return v2;
            }
          }
          if (prop === "length") return count;
        }
        return Reflect.get(target2, prop, receiver);
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
  function notUndefined(value, msg) {
    if (value === void 0) {
      throw new Error(`Unexpected undefined${msg ? `: ${msg}` : ""}`);
    } else {
      return value;
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
    target: target2
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
    !isAnimating(command.phase) && !approxEqual(offset, command.lastTargetOffset) && !approxEqual(offset, target2()) && // A compensation write's clamped echo (#1258) keeps the command. The
    // order is deliberate, not tidiness: this clause stays after `target()`
    // (and `clampedReadBack` before it) because `target()` can rebuild the
    // measurements, so it must run for exactly the events it always did.
    kind !== "clampedEcho";
  }
  var FLING_WINDOW_MS = 40;
  function flingSpedUp(samples) {
    const last = samples[samples.length - 1];
    if (last === void 0) return false;
    let j2 = samples.length - 2;
    while (j2 >= 0 && last.t - samples[j2].t < FLING_WINDOW_MS) j2--;
    if (j2 < 0) return false;
    const mid = samples[j2];
    let k2 = j2 - 1;
    while (k2 >= 0 && mid.t - samples[k2].t < FLING_WINDOW_MS) k2--;
    if (k2 < 0) return false;
    const first = samples[k2];
    const recent = (last.offset - mid.offset) / (last.t - mid.t);
    const before = (mid.offset - first.offset) / (mid.t - first.t);
    return recent * before >= 0 && Math.abs(recent) >= 2 * Math.abs(before) && Math.abs(recent) - Math.abs(before) >= 0.8;
  }
  function flingCaught(samples) {
    const last = samples[samples.length - 1];
    if (last === void 0) return false;
    let j2 = samples.length - 2;
    while (j2 >= 0 && last.t - samples[j2].t < FLING_WINDOW_MS) j2--;
    if (j2 < 0) return false;
    const from = samples[j2];
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
      this.listen = (target2) => {
        const onTouchStart = () => this.touchStart();
        const onTouchEnd = () => this.touchEnd();
        target2.addEventListener("touchstart", onTouchStart, touchListenerOptions);
        target2.addEventListener("touchend", onTouchEnd, touchListenerOptions);
        target2.addEventListener("touchcancel", onTouchEnd, touchListenerOptions);
        return () => {
          target2.removeEventListener(
            "touchstart",
            onTouchStart,
            touchListenerOptions
          );
          target2.removeEventListener("touchend", onTouchEnd, touchListenerOptions);
          target2.removeEventListener(
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
  var defaultRangeExtractor = (range2) => {
    const overscan = range2.overscan * Math.max(range2.lanes ?? 1, 1);
    const start2 = Math.max(range2.startIndex - overscan, 0);
    const end = Math.min(range2.endIndex + overscan, range2.count - 1);
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
          return _ro = new targetWindow.ResizeObserver((entries2) => {
            const run = () => {
              const batch2 = { sync: false };
              this._resizeBatch = batch2;
              try {
                entries2.forEach(measureEntry);
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
          observe: (target2) => {
            const observer = get();
            if (!observer) return;
            if (!delivering) {
              observer.observe(target2, { box: "border-box" });
              return;
            }
            pendingObservations.add(target2);
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
          unobserve: (target2) => {
            var _a2;
            pendingObservations.delete(target2);
            (_a2 = get()) == null ? void 0 : _a2.unobserve(target2);
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
                  const t3 = this.now();
                  queued.samples = [
                    ...(queued.samples ?? []).filter(
                      (sample) => t3 - sample.t <= 200
                    ),
                    { t: t3, offset: elementOffset }
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
        const { target: target2, maxAtWrite } = this._clampedAdjustment;
        const max = this.getMaxScrollOffset();
        if (max > maxAtWrite + 0.5) {
          this._clampedAdjustment = target2 > max + 0.5 ? { target: target2, maxAtWrite: max } : null;
          this._scrollToOffset(target2);
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
        const target2 = this.getCommandWrittenOffset() ?? this.getScrollOffset();
        this._clampedAdjustment = this._clampedBy(target2);
        this._scrollToOffset(target2);
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
            let flat = (_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.flat;
            if (!flat || flat.length < need) {
              const next = new Float64Array(need);
              if (flat && min > 0) next.set(flat.subarray(0, min * 2));
              flat = next;
            }
            const items = min === 0 ? new Array(count) : this._singleLaneMeasurements.items.slice();
            let runningStart;
            if (min === 0) {
              runningStart = paddingStart + scrollMargin;
            } else {
              const prevIdx = min - 1;
              runningStart = flat[prevIdx * 2] + flat[prevIdx * 2 + 1] + gap;
            }
            for (let i3 = min; i3 < count; i3++) {
              const key = getItemKey(i3);
              items[i3] = key;
              const measuredSize = itemSizeCache.get(key);
              const size = typeof measuredSize === "number" ? measuredSize : this.options.estimateSize(i3);
              flat[i3 * 2] = runningStart;
              flat[i3 * 2 + 1] = size;
              runningStart += size + gap;
            }
            this._singleLaneMeasurements = { flat, items };
            const view = createLazyMeasurementsView(items, flat);
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
                const e2 = laneEnds[l2];
                if (e2 < bestEnd || e2 === bestEnd && laneLastIndex[l2] < bestIdx) {
                  bestLane = l2;
                  bestEnd = e2;
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
          const range2 = this.calculateRange();
          if (range2) {
            startIndex = range2.startIndex;
            endIndex = range2.endIndex;
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
        const flat = (_b2 = this._singleLaneMeasurements) == null ? void 0 : _b2.flat;
        if (this.options.lanes === 1 && flat != null) {
          key = this.options.getItemKey(index);
          itemStart = flat[index * 2];
          cachedSize = flat[index * 2 + 1];
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
        const flat = (_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.flat;
        const useFlat = this.options.lanes === 1 && flat != null;
        const idx = findNearestBinarySearch(
          0,
          measurements.length - 1,
          useFlat ? (i3) => flat[i3 * 2] : (i3) => notUndefined(measurements[i3]).start,
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
        const value = style.getPropertyValue(property);
        const priority = style.getPropertyPriority(property);
        const crossSize = () => this.options.horizontal ? scroller.clientHeight : scroller.clientWidth;
        const crossSizeBefore = crossSize();
        style.setProperty(property, "hidden", "important");
        if (crossSize() !== crossSizeBefore) {
          style.setProperty(property, value, priority);
          return;
        }
        const stop = {
          // False when the app replaced the hidden value: the fling may not
          // have stopped.
          restore: () => {
            if (style.getPropertyValue(property) !== "hidden" || style.getPropertyPriority(property) !== "important") {
              return false;
            }
            style.setProperty(property, value, priority);
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
      this._clampedBy = (target2) => {
        const elementMax = this._elementMaxScrollOffset();
        if (elementMax === null) return null;
        const maxAtWrite = elementMax + this._holdOffset;
        return target2 > maxAtWrite + 0.5 ? { target: target2, maxAtWrite } : null;
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
          const flat = (_a2 = this._singleLaneMeasurements) == null ? void 0 : _a2.flat;
          if (flat != null) {
            end = flat[lastIdx * 2] + flat[lastIdx * 2 + 1];
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
    _startScroll(target2, offset, behavior, kind) {
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
            ...target2,
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
        ...target2,
        startedAt: this.now(),
        lastTargetOffset: offset,
        stableFrames: 0,
        behavior,
        phase: initialScrollPhase(
          behavior,
          target2.index != null && approxEqual(offset, this.getScrollOffset())
        )
      };
      this._scrollToOffset(offset, { behavior });
      this.scheduleScrollReconcile();
    }
  };
  var findNearestBinarySearch = (low, high, getCurrentValue, value) => {
    while (low <= high) {
      const middle = (low + high) / 2 | 0;
      const currentValue = getCurrentValue(middle);
      if (currentValue < value) {
        low = middle + 1;
      } else if (currentValue > value) {
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
  function findNearestBinarySearchFlat(flat, high, value) {
    let low = 0;
    while (low <= high) {
      const middle = (low + high) / 2 | 0;
      const currentValue = flat[middle * 2];
      if (currentValue < value) {
        low = middle + 1;
      } else if (currentValue > value) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return low > 0 ? low - 1 : 0;
  }
  function calculateRangeImpl(measurements, outerSize, scrollOffset, lanes, flat) {
    const lastIndex = measurements.length - 1;
    if (measurements.length <= lanes) {
      return { startIndex: 0, endIndex: lastIndex };
    }
    if (lanes === 1 && flat !== null) {
      const startIndex2 = findNearestBinarySearchFlat(
        flat,
        lastIndex,
        scrollOffset
      );
      let endIndex2 = startIndex2;
      const limit = scrollOffset + outerSize;
      while (endIndex2 < lastIndex && flat[endIndex2 * 2] + flat[endIndex2 * 2 + 1] < limit) {
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
    const unit = column.unit ? html` <span class="unit">${column.unit}</span>` : null;
    const mark = sorted ? sorted === "asc" ? "▴" : "▾" : "";
    return html`<th key=${column.id} scope="col" class=${column.isNumber ? "figure" : void 0} aria-sort=${direction} data-column=${column.id}>
    <button type="button" title=${page.say("sort_by")} onClick=${sort}>${column.title}${unit}${mark ? html`<span class="mark" aria-hidden="true">${mark}</span>` : null}</button>
  </th>`;
  }
  function total(page, column, { rows, totals }) {
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
      const from = this.isFocusDue ? this.active : place;
      const step = steps[
        /** @type {keyof typeof steps} */
        event.key
      ];
      this.active = Math.min(last, Math.max(0, from + step));
      this.bringIntoSight(this.active);
      this.isFocusDue = true;
      this.forceUpdate();
    }
    /** @param {Key | null} key @param {boolean} isPointed */
    hover(key, isPointed) {
      this.isPointed = isPointed;
      const { store } = this.props.page;
      Promise.resolve().then(() => {
        if (store.get().hovered !== key) store.change({ hovered: key });
      });
    }
    render() {
      const { page, drawn } = this.props;
      const { rows } = drawn;
      const isNarrow = NARROW2.matches && !page.state.printing;
      const heads = drawn.columns.heads().filter(({ column }) => !isNarrow || column.onPhone);
      const [from, until] = this.inSight(rows.length);
      this.active = Math.min(this.active, Math.max(0, rows.length - 1));
      const drawnRows = drawn.columns.cells(Array.from(rows.subarray(from, until)));
      const wider = page.lang === "zh" ? 1 : 1.1;
      const width = heads.reduce(
        (sum2, { column }) => sum2 + column.width * (column.grows ? 1 : wider),
        isNarrow ? 0 : 2.4
      );
      const style = isNarrow ? void 0 : { minWidth: `${width}rem` };
      const shown = new Set(heads.map(({ column }) => column.id));
      return html`<div class="table-scroll" ref=${this.scroller}>
      <table class=${classes("rows", isNarrow && "narrow")} style=${style} aria-rowcount=${rows.length + 1}>
        <colgroup>
          ${isNarrow ? null : html`<col style="width:2.4rem" />`}
          ${heads.map(({ column }) => html`<col key=${column.id} style=${column.grows ? void 0 : `width:${column.width * wider}rem`} />`)}
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
          ${heads.map(({ column }) => html`<td key=${column.id} class=${column.isNumber ? "figure" : void 0}>${total(page, column, drawn)}</td>`)}
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
  function projects3(page) {
    const { data } = page;
    if (!page.table.kinds().length) return null;
    const byKey = new Map(data.projects.map((project2) => [project2.key, project2]));
    return {
      title: data.projects.length ? { zh: "项目", en: "Projects" } : { zh: "表格", en: "Tables" },
      layout: "table",
      layers: { zones: true, parks: false, projects: true, places: true },
      keys: () => (data.order.project || []).filter((key) => isWanted(
        page.state,
        /** @type {Project} */
        byKey.get(key)
      )),
      sheet: () => sheet(page),
      list: () => null,
      legend: () => [narrowed(page), ...projects(page, sizes), ...outlines(page)],
      style(key, subject, base) {
        const quiet = page.theme.quiet();
        if (subject.kind === "zone") return { color: quiet, fillColor: quiet, fillOpacity: base.fillOpacity && 0.08 };
        const project2 = byKey.get(key);
        if (!project2) return null;
        const isShown = isWanted(page.state, project2);
        const own = page.theme.variable("--ink");
        return {
          color: own,
          fillColor: own,
          opacity: isShown ? 1 : 0.12,
          fillOpacity: isShown ? base.fillOpacity : 0.05
        };
      },
      label(zone) {
        if (!isNarrowed(page.state)) return page.numbers.projects(zone.project_count);
        const isHere = (project2) => project2.zone_id && project2.zone_ids.includes(zone.zone_id);
        const shown = data.projects.filter((project2) => isHere(project2) && isWanted(page.state, project2));
        return page.numbers.projects(shown.length);
      }
    };
  }

  // src/views/views.js
  var VIEWS = { overview, industries, projects: projects3, land, findings: findings3, parcels: parcels2 };

  // src/words/numbers.js
  function grouped(value, digits) {
    const rounded = digits === void 0 ? +value.toPrecision(10) : +value.toFixed(digits);
    const [whole, decimals] = String(rounded).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  var SMALL_SUM = 0.01;
  function makeNumbers(page) {
    const chinese = () => page.lang === "zh";
    return {
      grouped,
      /** A figure in another unit, without the noise of reckoning; null stays. @param {number | null} value @param {number} factor */
      scaled: (value, factor) => value === null ? null : +(value * factor).toPrecision(12),
      /** @param {number | null} value in 亿元 */
      money(value) {
        if (value === null) return "—";
        if (value > 0 && value < SMALL_SUM)
          return chinese() ? `${grouped(value * 1e4)} 万元` : `CNY ${grouped(value * 1e8)}`;
        return chinese() ? `${grouped(value)} 亿元` : `${grouped(value * page.data.units.m_yuan_per_100m)} m yuan`;
      },
      /** What a project invests, as printed. @param {Invested} project */
      investment({ investment, printed }) {
        return printed ? printed[page.lang] : this.money(investment);
      },
      /** Sums of foreign money. @param {Invested[]} projects */
      foreign(projects4) {
        const { currencies } = page.data.units;
        const sums = {};
        for (const { foreign, foreign_value } of projects4) {
          if (foreign === null || foreign_value === null) continue;
          const { first, in_first } = currencies[foreign];
          sums[first] = (sums[first] || 0) + foreign_value * in_first;
        }
        const told = Object.entries(sums).map(([unit, value]) => {
          const { scale, before, after } = currencies[unit];
          return chinese() ? `${grouped(value)} ${unit}` : `${before} ${grouped(value * scale)} ${after}`.trim();
        });
        return told.join(chinese() ? "、" : ", ");
      },
      /** The sum of what is known in yuan, and what it does not tell. @param {Invested[]} projects */
      invested(projects4) {
        const known = projects4.flatMap(({ investment }) => investment ?? []);
        const isStated = projects4.some(({ investment, printed }) => printed || investment !== null);
        const notes = isStated ? this.untold(projects4) : [];
        const total2 = known.length || !projects4.length ? this.money(known.reduce((sum2, value) => sum2 + value, 0)) : "—";
        if (!notes.length) return total2;
        return chinese() ? `${total2}（${notes.join("，")}）` : `${total2} (${notes.join(", ")})`;
      },
      /** What a sum in yuan does not tell of its projects, as `project_money.remark` words it. @param {Invested[]} projects */
      untold(projects4) {
        const count = (is) => projects4.filter(is).length;
        const ranges = count(({ investment, is_range }) => is_range && investment !== null);
        const foreign = count((project2) => project2.foreign !== null);
        const bare = count(({ printed, investment, foreign: foreign2 }) => printed && investment === null && foreign2 === null);
        const silent = count(({ printed, investment }) => !printed && investment === null);
        const sums = this.foreign(projects4);
        const isSum = projects4.some(({ investment }) => investment !== null);
        const [other, more2] = isSum ? ["另 ", " more"] : ["", ""];
        const said = [
          [ranges, `其中 ${ranges} 个按区间下限计`, `of which ${ranges} by the lower end of a range`],
          [foreign, `${other}${foreign} 个以外币计：${sums}`, `${foreign}${more2} in foreign money: ${sums}`],
          [bare, `${other}${bare} 个未载单位`, `${bare}${more2} without a unit`],
          [silent, `${other}${silent} 个未载`, `${silent}${more2} not stated`]
        ];
        return said.filter(([number]) => number).map(([, zh, en]) => chinese() ? zh : en);
      },
      /** @param {number} value */
      mu: (value) => grouped(value, 2) + (chinese() ? " 亩" : " mu"),
      /** @param {number} value */
      km2: (value) => grouped(value) + (chinese() ? " 平方公里" : " km²"),
      /** @param {number} share */
      percent: (share) => `${grouped(100 * share, 1)}%`,
      /** @param {number} value */
      metres(value) {
        const far = value >= 1e3;
        const unit = chinese() ? far ? " 公里" : " 米" : far ? " km" : " m";
        return grouped(far ? value / 1e3 : value, far ? 3 : 1) + unit;
      },
      /** @param {number} count */
      projects: (count) => count + (chinese() ? " 个项目" : count === 1 ? " project" : " projects"),
      /** @param {number} count */
      parcels: (count) => grouped(count) + (chinese() ? " 宗" : count === 1 ? " parcel" : " parcels")
    };
  }

  // src/words/words.js
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
      /** The sources to be named on every print and picture, and that dashed outlines are schematic. */
      credits() {
        const { attributions, sources: sources2 } = data.sources;
        const named3 = attributions.map(text).join(state().lang === "zh" ? "、" : ", ");
        const origin = named3 ? say("attributed") + named3 : sources2.length ? "" : say("no_sources");
        const outlines3 = data.bases.includes("schematic") ? say("places_schematic") : "";
        return [origin, outlines3].filter(Boolean).join(this.semicolon());
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
  var WIDE = "(min-width: 861px)";
  function makePage(leaflet, layers, tiles) {
    const data = JSON.parse(byId("yz-data").textContent || "");
    const viewLayers = {};
    const shown = { places: true, uncertainty: false };
    const first = firstState({
      lang: data.lang,
      theme: keptTheme(),
      systemDark: systemDark.matches,
      shown,
      tiandituKey: keptKey(),
      wide: window.matchMedia(WIDE).matches
    });
    const store = createStore(first, settleWith(viewLayers));
    const base = {
      data,
      leaflet,
      layers,
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
        const { parcels: parcels3 } = store.get();
        return hasOwn(parcels3, key) ? parcels3[key] : null;
      },
      /** @param {Key | null} key */
      open(key) {
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
    const present = Object.keys(layers).map((name) => [name, leaflet.hasLayer(layers[name])]);
    const all = { ...shown, ...Object.fromEntries(present) };
    store.change({ shown: shownIn(all, viewLayers[first.view]) });
    page.measure = makeMeasure(page);
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
    const row = [...rows].find((one) => one.dataset.key === from && one.offsetParent);
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
  function start(leaflet, layers, tiles) {
    byId("yz-map").appendChild(leaflet.getContainer());
    leaflet.invalidateSize({ animate: false });
    const page = makePage(leaflet, layers, tiles);
    const whole = makeDocument(page);
    const ornaments = makeOrnaments(page);
    const address = followAddress(page);
    function draw() {
      whole.draw();
      if (page.parcels) page.parcels.recolour();
      drawParts(page);
    }
    draw();
    whole.fitLegend();
    page.map.start();
    ornaments.draw();
    page.map.resized();
    page.store.subscribe((state, before) => {
      draw();
      whole.follow(state, before);
      page.measure.follow(state, before);
      page.basemaps.follow(state, before);
      page.map.follow(state, before);
      ornaments.follow(state, before);
      page.search.follow(state, before);
    });
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
