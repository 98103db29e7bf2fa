/* Holds htm 3.1.1 (Apache-2.0), lucide 1.65.0 (ISC), preact 11.2.0 (MIT), see NOTICE.md of yzgeo. */
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
    var u2, i2, f2, o2 = {}, e2 = arguments.length;
    for (f2 in t3) "key" == f2 ? u2 = t3[f2] : "ref" == f2 && "function" != typeof n3 ? i2 = t3[f2] : o2[f2] = t3[f2];
    return e2 > 2 && (o2.children = e2 > 3 ? d.call(arguments, 2) : r2), m(n3, o2, u2, i2, null);
  }
  function m(r2, u2, i2, f2, o2) {
    var e2 = { type: r2, props: u2, key: i2, ref: f2, __k: null, __: null, __b: 0, __e: null, __c: null, constructor: h, __v: o2 || ++t2, __i: -1, __u: 0 };
    return !o2 && n2.vnode && n2.vnode(e2), e2;
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
    var r2, u2 = t3.__v, i2 = u2.__e, f2 = [], o2 = [], e2 = t3.__P;
    e2 && ((r2 = _({ constructor: h }, u2)).__v = u2.__v + 1, n2.vnode && n2.vnode(r2), z(e2, r2, u2, t3.__n, e2.namespaceURI, 32 & u2.__u ? [i2] : null, f2, i2 || S(u2), 32 & u2.__u, o2), r2.__v = u2.__v, r2.__.__k[r2.__i] = r2, E(f2, r2, o2), u2.__ = u2.__e = null, r2.__e != i2 && j(r2));
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
  function I(n3, t3, r2, u2, i2, f2, o2, e2, l2, c2, a2) {
    var s2, h2, v2, w2, d2, _2, g2 = u2.__k || y, k2 = t3.length;
    for (l2 = q(r2, t3, g2, l2, k2), s2 = 0; s2 < k2; s2++) null != (v2 = r2.__k[s2]) && (h2 = ~v2.__i && g2[v2.__i] || p, v2.__i = s2, _2 = z(n3, v2, h2, i2, f2, o2, e2, l2, c2, a2), w2 = v2.__e, (h2.ref != v2.ref || 8 & h2.__u) && (h2.ref && G(h2.ref, null, v2, h2), v2.ref && a2.push(v2.ref, v2.__c || w2, v2)), d2 = d2 || w2, 4 & v2.__u ? (l2 = A(v2, l2, n3, !h2.__v), h2.__e && (h2.__e = null)) : "function" == typeof v2.type && void 0 !== _2 ? l2 = _2 : w2 && (l2 = w2.nextSibling), v2.__u &= -21);
    return r2.__e = d2, l2;
  }
  function q(n3, t3, r2, u2, i2) {
    var f2, o2, e2, l2, c2, a2, s2, p2, y2, v2 = r2.length, d2 = v2, _2 = 0, g2 = 0, k2 = n3.__k = Array(i2);
    for (f2 = 0; f2 < i2; f2++) null != (o2 = t3[f2]) && "boolean" != typeof o2 && "function" != typeof o2 ? ("object" != typeof o2 || o2.constructor === String ? o2 = k2[f2] = m(null, o2) : w(o2) ? o2 = k2[f2] = m($, { children: o2 }) : o2.constructor === h && o2.__b ? o2 = k2[f2] = m(o2.type, o2.props, o2.key, o2.ref, o2.__v) : k2[f2] = o2, l2 = f2 + _2, o2.__ = n3, o2.__b = n3.__b + 1, e2 = null, ~(c2 = o2.__i = P(o2, r2, l2, d2)) && (d2--, (e2 = r2[c2]) && (e2.__u |= 2)), e2 && e2.__v ? (o2.__u |= 16, c2 == l2 - 1 ? _2-- : c2 == l2 + 1 ? _2++ : c2 != l2 && (c2 > l2 ? _2-- : _2++, g2 = 1)) : (~c2 || (i2 > v2 ? _2-- : i2 < v2 && _2++), "function" != typeof o2.type && (o2.__u |= 4))) : k2[f2] = null;
    if (g2) {
      for (a2 = [], s2 = [], f2 = 0; f2 < i2; f2++) if ((o2 = k2[f2]) && 16 & o2.__u) {
        for (_2 = 0, p2 = a2.length; _2 < p2; ) a2[y2 = _2 + p2 >> 1] < o2.__i ? _2 = y2 + 1 : p2 = y2;
        a2[_2] = o2.__i, s2[f2] = _2 + 1;
      }
      for (_2 = a2.length; f2--; ) s2[f2] && (s2[f2] == _2 ? _2-- : k2[f2].__u |= 4);
    }
    if (d2) for (f2 = 0; f2 < v2; f2++) !(e2 = r2[f2]) || 2 & e2.__u || (e2.__e == u2 && (u2 = S(e2)), J(e2, e2));
    return u2;
  }
  function A(n3, t3, r2, u2) {
    var i2, f2, o2, e2;
    if ("function" == typeof n3.type) {
      if (n3.props.__P) return t3;
      if (i2 = n3.__k) for (f2 = 0; f2 < i2.length; f2++) i2[f2] && (i2[f2].__ = n3, t3 = A(i2[f2], t3, r2, false));
      return t3;
    }
    for (t3 && !t3.parentNode && (t3 = S(n3)) && !t3.parentNode && (t3 = null), o2 = n3.__e, e2 = t3; e2 && 8 == e2.nodeType; ) e2 = e2.nextSibling;
    for (o2 != e2 && (!u2 && r2.moveBefore && o2.parentNode ? r2.moveBefore(o2, t3) : r2.insertBefore(o2, t3 || null)), t3 = o2; (t3 = t3 && t3.nextSibling) && 8 == t3.nodeType && !t3.data.startsWith("$s"); ) ;
    return t3;
  }
  function P(n3, t3, r2, u2) {
    var i2, f2 = n3.key, o2 = n3.type, e2 = t3[r2], l2 = e2 && !(2 & e2.__u);
    if (null === e2 && null == f2 || l2 && f2 == e2.key && o2 == e2.type) return r2;
    if (u2 > (l2 ? 1 : 0)) {
      for (i2 = r2 - 1; i2 >= 0; i2--) if ((e2 = t3[i2]) && !(2 & e2.__u) && f2 == e2.key && o2 == e2.type) return i2;
      for (i2 = r2 + 1; i2 < t3.length; i2++) if ((e2 = t3[i2]) && !(2 & e2.__u) && f2 == e2.key && o2 == e2.type) return i2;
    }
    return -1;
  }
  function T(n3, t3, r2) {
    null == r2 && (r2 = ""), "-" == t3[0] ? n3.setProperty(t3, r2) : n3[t3] = r2;
  }
  function N(n3, t3, r2, u2, i2) {
    var f2, o2;
    if ("style" == t3) if ("string" == typeof r2) n3.style.cssText = r2;
    else {
      if ("string" == typeof u2 && (n3.style.cssText = u2 = ""), u2) for (t3 in u2) r2 && t3 in r2 || T(n3.style, t3);
      if (r2) for (t3 in r2) u2 && r2[t3] == u2[t3] || T(n3.style, t3, r2[t3]);
    }
    else if ("o" == t3[0] && "n" == t3[1]) "function" != typeof r2 && (r2 = null), "function" != typeof u2 && (u2 = null), (n3.__e || (n3.__e = {}))[t3] = r2, r2 && u2 || (o2 = a[t3] || (a[t3] = V(t3)), (n3.__a || (n3.__a = {}))[t3] = c, f2 = t3 != (t3 = t3.replace(l, "$1")), (t3 = t3.slice(2))[0] < "a" && (t3 = t3.toLowerCase()), r2 ? n3.addEventListener(t3, o2, f2) : n3.removeEventListener(t3, o2, f2));
    else {
      if ("http://www.w3.org/2000/svg" == i2) t3 = t3.replace(/xlink(H|:h)/, "h").replace(/sName$/, "s");
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
  function z(t3, r2, u2, i2, f2, o2, e2, l2, c2, a2) {
    var s2, p2, v2, d2, k2, b, m2, M, C2, j2, L3, H2, q2, A3, O, P2, T2, N2, V2 = r2.type;
    if (r2.constructor !== h) return null;
    128 & u2.__u && (c2 = 32 & u2.__u, s2 = u2.__c.__z) && (r2.__u |= c2, p2 = o2 = [], 8 == s2.nodeType ? l2 = B(s2, o2) : o2.push(s2), l2 = o2[0] || l2), (s2 = n2.__b) && s2(r2);
    n: if ("function" == typeof V2) {
      v2 = e2.length;
      try {
        if (M = r2.props, C2 = (s2 = V2.prototype) && s2.render, j2 = (s2 = V2.contextType) && i2[s2.__c], L3 = s2 ? j2 ? j2.props.value : s2.__ : i2, (d2 = u2.__c) ? (r2.__c = d2, 2 & d2.__g && (d2.__g |= 1)) : (C2 ? r2.__c = d2 = new V2(M, L3) : (r2.__c = d2 = new x(M, L3), d2.constructor = V2, d2.render = K), j2 && j2.sub(d2), d2.state || (d2.state = {}), d2.__n = i2, d2.__g |= 8, d2.__h = [], d2.__k = []), C2 && (d2.__s || (d2.__s = d2.state), V2.getDerivedStateFromProps && (d2.__s == d2.state && (d2.__s = _({}, d2.__s)), _(d2.__s, V2.getDerivedStateFromProps(M, d2.__s)))), k2 = d2.props, b = d2.state, d2.__v = r2, u2.__c) {
          if (M !== k2 && C2 && !V2.getDerivedStateFromProps && d2.componentWillReceiveProps && d2.componentWillReceiveProps(M, L3), r2.__v == u2.__v && !(8 & d2.__g) || !(4 & d2.__g) && d2.shouldComponentUpdate && false === d2.shouldComponentUpdate(M, d2.__s, L3)) {
            r2.__v != u2.__v && (d2.props = M, d2.state = d2.__s, d2.__g &= -9), r2.__e = u2.__e, r2.__k = u2.__k, r2.__k.some(function(n3) {
              n3 && (n3.__ = r2);
            }), y.push.apply(d2.__h, d2.__k), d2.__k = [], d2.__h.length && e2.push(d2), l2 = S(u2);
            break n;
          }
          d2.componentWillUpdate && d2.componentWillUpdate(M, d2.__s, L3), C2 && d2.componentDidUpdate && d2.__h.push(function() {
            d2.componentDidUpdate(k2, b, m2);
          });
        } else C2 && !V2.getDerivedStateFromProps && d2.componentWillMount && d2.componentWillMount(), C2 && d2.componentDidMount && d2.__h.push(d2.componentDidMount);
        d2.context = L3, d2.props = M, d2.__P = t3, d2.__g &= -5, H2 = n2.__r, q2 = C2 ? 25 : 0;
        do {
          d2.__g &= -9, H2 && H2(r2), s2 = d2.render(d2.props, d2.state = d2.__s, d2.context);
        } while (8 & d2.__g && ++q2 < 25);
        C2 && (y.push.apply(d2.__h, d2.__k), d2.__k = []), d2.state = d2.__s, d2.getChildContext && (i2 = _({}, i2, d2.getChildContext())), C2 && u2.__c && d2.getSnapshotBeforeUpdate && (m2 = d2.getSnapshotBeforeUpdate(k2, b)), A3 = s2 && s2.type === $ && null == s2.key ? s2.props.children : s2, M.__P && (s2 = l2, f2 = (t3 = M.__P).namespaceURI, c2 = o2 = null, u2.props && u2.props.__P != t3 && (u2.__k.some(function(n3) {
          n3 && J(n3, n3);
        }), u2.__k = null), l2 = u2.__k ? S(u2, 0) : null), l2 = I(t3, w(A3) ? A3 : [A3], r2, u2, i2, f2, o2, e2, l2, c2, a2), M.__P && (r2.__e = null, l2 = s2), r2.__u &= -161, p2 && p2.some(g), d2.__h.length && e2.push(d2), 1 & d2.__g && (d2.__g &= -4);
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
    } else l2 = r2.__e = F(u2.__e, r2, u2, i2, f2, o2, e2, c2, a2, t3);
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
    for (var i2 = 0; i2 < u2.length; ) G(u2[i2++], u2[i2++], u2[i2++]);
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
  function F(t3, r2, u2, i2, f2, o2, e2, l2, c2, a2) {
    var s2, h2, y2, _2, k2, b, m2, M, $2 = u2.props || p, x2 = r2.props, C2 = r2.type;
    if ("svg" == C2 ? f2 = "http://www.w3.org/2000/svg" : "math" == C2 ? f2 = "http://www.w3.org/1998/Math/MathML" : f2 || (f2 = "http://www.w3.org/1999/xhtml"), o2) {
      for (s2 = 0; s2 < o2.length; s2++) if ((k2 = o2[s2]) && (C2 ? k2.localName == C2 : 3 == k2.nodeType)) {
        t3 = k2, o2[s2] = null;
        break;
      }
    }
    if (!t3) {
      if (M = a2.ownerDocument || document, !C2) return M.createTextNode(x2);
      t3 = M.createElementNS(f2, C2, x2.is ? x2 : a2), l2 && (n2.__m && n2.__m(r2, o2), l2 = false), o2 = null;
    }
    if (C2) {
      if (a2 = "template" == C2 && t3.content || t3, o2 = "textarea" == C2 && null != x2.defaultValue ? null : o2 && d.call(a2.childNodes), !l2 && o2) for ($2 = {}, s2 = 0; s2 < t3.attributes.length; s2++) $2[(k2 = t3.attributes[s2]).name] = k2.value;
      for (s2 in $2) k2 = $2[s2], "dangerouslySetInnerHTML" == s2 ? y2 = k2 : "children" == s2 || s2 in x2 || "value" == s2 && "defaultValue" in x2 || "checked" == s2 && "defaultChecked" in x2 || N(t3, s2, null, k2, f2);
      for (s2 in x2) k2 = x2[s2], "children" == s2 ? _2 = k2 : "dangerouslySetInnerHTML" == s2 ? h2 = k2 : "value" == s2 ? b = k2 : "checked" == s2 ? m2 = k2 : l2 && "function" != typeof k2 || $2[s2] === k2 || N(t3, s2, k2, $2[s2], f2);
      h2 ? (l2 || y2 && (h2.__html == y2.__html || h2.__html == t3.innerHTML) || (t3.innerHTML = h2.__html), r2.__k = []) : (y2 && (t3.textContent = ""), ("foreignObject" == C2 || "http://www.w3.org/1998/Math/MathML" == f2 && v.test(C2)) && (f2 = "http://www.w3.org/1999/xhtml"), I(a2, w(_2) ? _2 : [_2], r2, u2, i2, f2, o2, e2, o2 ? o2[0] : u2.__k && S(u2, 0), l2, c2), o2 && o2.some(g)), l2 && "textarea" != C2 || (s2 = "value", "progress" == C2 && null == b ? t3.removeAttribute(s2) : null == b || b === t3[s2] && ("progress" != C2 || b) || N(t3, s2, b, $2[s2], f2), s2 = "checked", null != m2 && m2 != t3[s2] && N(t3, s2, m2, $2[s2], f2));
    } else $2 === x2 || l2 && t3.data == x2 || (t3.data = x2);
    return t3;
  }
  function G(t3, r2, u2, i2) {
    try {
      "function" == typeof t3 ? r2 ? r2.__x = t3(r2) || 1 : i2 && (i2 = i2.__c || i2.__e) && (r2 = i2.__x) && (i2.__x = null, "function" == typeof r2 ? r2() : t3(null)) : t3.current = r2;
    } catch (t4) {
      n2.__e(t4, u2);
    }
  }
  function J(t3, r2, u2) {
    var i2, f2, o2, e2;
    if (n2.unmount && n2.unmount(t3), !(i2 = t3.ref) || i2.current && i2.current != t3.__e || G(i2, null, r2, t3), i2 = t3.__c) {
      if (i2.componentWillUnmount) try {
        i2.componentWillUnmount();
      } catch (t4) {
        n2.__e(t4, r2);
      }
      i2.__P = i2.__n = null;
    }
    if (i2 = t3.__k) for (e2 = 0; e2 < i2.length; e2++) i2[e2] && J(i2[e2], r2, "function" != typeof t3.type || u2 && !t3.props.__P);
    !u2 && (i2 = t3.__c) && (i2 = i2.__z) && (f2 = B(i2, o2 = [])) && (i2 == t3.__e && o2.some(g), g(f2), g(i2)), u2 || g(t3.__e), t3.__e = t3.__c = t3.__ = null;
  }
  function K(n3, t3, r2) {
    return this.constructor(n3, r2);
  }
  function Q(t3, r2) {
    var u2, i2, f2, o2;
    n2.__ && n2.__(t3, r2), 9 == r2.nodeType && (r2 = r2.documentElement), i2 = (u2 = t3 && 32 & t3.__u) ? null : r2.__k, r2.__k = m($, { children: [t3] }), f2 = [], o2 = [], z(r2, r2.__k, i2 || p, p, r2.namespaceURI, i2 ? null : r2.firstChild ? d.call(r2.childNodes) : null, f2, i2 ? i2.__e : r2.firstChild, u2, o2), E(f2, r2.__k, o2), r2.__k.props.children = null;
  }
  n2 = { __e: function(n3, t3, r2, u2) {
    for (var i2, o2, e2; t3 = t3.__; ) if ((i2 = t3.__c) && !(1 & i2.__g)) {
      i2.__g |= 4;
      try {
        if ((e2 = (o2 = i2.constructor) && o2.getDerivedStateFromError) && i2.setState(o2.getDerivedStateFromError(n3)), i2.componentDidCatch && (i2.componentDidCatch(n3, u2 || {}), e2 = 1), e2 && 8 & i2.__g) return void (i2.__g |= 2);
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
  function figureRow({ name, figure, chart, swatch, open, note: note2 }) {
    const mark = swatch ? dot(swatch) : null;
    const content = html`<span class="name">${mark}<span class="grow">${name}</span><span class="figure">${figure}</span></span>
    ${chart}
    ${note2 === void 0 ? null : html`<span class="meta">${note2}</span>`}`;
    if (!open) return html`<div class="class-row">${content}</div>`;
    return html`<button type="button" class="class-row" onClick=${open}>${content}</button>`;
  }
  function choiceRow(attributes, content, kind, isOpen) {
    return html`<button type="button" class=${classes(kind, isOpen && "open")} ...${attributes}>${content}</button>`;
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
    var _a;
    return page.view.layout === "map" && ((_a = page.subject(page.state.opened)) == null ? void 0 : _a.kind) === "zone";
  }

  // src/theme.js
  var KEPT = "yzgeo-theme";
  var MODES = ["auto", "light", "dark"];
  function keptTheme() {
    try {
      const mode = (
        /** @type {ThemeMode} */
        localStorage.getItem(KEPT)
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
          localStorage.setItem(KEPT, theme);
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
        const isOther = page.views[state.view].layout !== page.views[before.view].layout;
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
  function north(x2, y2) {
    let sum = -100 + 2 * x2 + 3 * y2 + 0.2 * y2 * y2 + 0.1 * x2 * y2 + 0.2 * Math.sqrt(Math.abs(x2));
    sum += (20 * Math.sin(6 * x2 * PI) + 20 * Math.sin(2 * x2 * PI)) * 2 / 3;
    sum += (20 * Math.sin(y2 * PI) + 40 * Math.sin(y2 / 3 * PI)) * 2 / 3;
    return sum + (160 * Math.sin(y2 / 12 * PI) + 320 * Math.sin(y2 * PI / 30)) * 2 / 3;
  }
  function east(x2, y2) {
    let sum = 300 + x2 + 2 * y2 + 0.1 * x2 * x2 + 0.1 * x2 * y2 + 0.1 * Math.sqrt(Math.abs(x2));
    sum += (20 * Math.sin(6 * x2 * PI) + 20 * Math.sin(2 * x2 * PI)) * 2 / 3;
    sum += (20 * Math.sin(x2 * PI) + 40 * Math.sin(x2 / 3 * PI)) * 2 / 3;
    return sum + (150 * Math.sin(x2 / 12 * PI) + 300 * Math.sin(x2 / 30 * PI)) * 2 / 3;
  }
  function outside(lat, lon) {
    return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
  }
  function fromWgs84(lat, lon) {
    if (outside(lat, lon)) return { lat, lon };
    const x2 = lon - 105;
    const y2 = lat - 35;
    const phi = lat / 180 * PI;
    const magic = 1 - ECCENTRICITY * Math.sin(phi) ** 2;
    const root = Math.sqrt(magic);
    return {
      lat: lat + north(x2, y2) * 180 / (AXIS * (1 - ECCENTRICITY) / (magic * root) * PI),
      lon: lon + east(x2, y2) * 180 / (AXIS / root * Math.cos(phi) * PI)
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
  var KEPT2 = "yzgeo-tianditu-key";
  function keptKey() {
    try {
      return localStorage.getItem(KEPT2) || "";
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
      var _a;
      clearTimeout(timer);
      if (((_a = page.state.notice) == null ? void 0 : _a.about) === "basemap") page.store.change({ notice: null });
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
          localStorage.setItem(KEPT2, key);
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
      const [x2, y2] = projected(lon, lat);
      return (
        /** @type {Point} */
        [x2 - x0, y2 - y0]
      );
    };
  }
  function unpacked(deltas) {
    const points = [];
    let [x2, y2] = [0, 0];
    for (let i2 = 0; i2 + 1 < deltas.length; i2 += 2) {
      x2 += deltas[i2];
      y2 += deltas[i2 + 1];
      points.push([x2, y2]);
    }
    return points;
  }
  var degrees = (line) => line.map(([x2, y2]) => [x2 / UNITS, y2 / UNITS]);
  function isCut([ax, ay], [bx, by], box2) {
    const [west, south, east2, north2] = box2.map((edge) => Math.round(edge * UNITS));
    return ax === bx && (ax === west || ax === east2) || ay === by && (ay === south || ay === north2);
  }
  function borders(rings, box2) {
    const drawn = /* @__PURE__ */ new Set();
    const lines = [];
    for (const ring of rings) {
      let line = null;
      ring.forEach((from, index) => {
        const to = ring[(index + 1) % ring.length];
        const edge = [from.join(), to.join()].sort().join(" ");
        if (isCut(from, to, box2) || drawn.has(edge)) {
          line = null;
          return;
        }
        drawn.add(edge);
        if (line) line.push(to);
        else {
          line = [from, to];
          lines.push(line);
        }
      });
    }
    return lines;
  }
  function smoothLine(line) {
    let points = line;
    for (let round2 = 0; round2 < ROUNDS && points.length > 2; round2 += 1) {
      const inner = points.slice(0, -1).flatMap((point, index) => cut(point, points[index + 1]));
      points = [points[0], ...inner.slice(1, -1), points[points.length - 1]];
    }
    return points;
  }
  function smoothRing(ring) {
    let points = ring;
    for (let round2 = 0; round2 < ROUNDS; round2 += 1) {
      points = points.flatMap((point, index) => cut(point, points[(index + 1) % points.length]));
    }
    const { area: area2, x: x2, y: y2 } = moments(ring);
    const grown = Math.sqrt(area2 / moments(points).area) || 1;
    return points.map(([px, py]) => [x2 + (px - x2) * grown, y2 + (py - y2) * grown]);
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
    const { area: area2, x: x2, y: y2, xx, yy, xy } = moments(ring);
    const turn = 0.5 * Math.atan2(2 * xy, xx - yy);
    const spread = Math.hypot((xx - yy) / 2, xy);
    const ratio = Math.sqrt(((xx + yy) / 2 + spread) / Math.max((xx + yy) / 2 - spread, 1e-12));
    const long = Math.sqrt(area2 * ratio / Math.PI);
    return Array.from({ length: 48 }, (_2, step) => {
      const angle = 2 * Math.PI * step / 48;
      const [u2, v2] = [long * Math.cos(angle), long / ratio * Math.sin(angle)];
      return [x2 + u2 * Math.cos(turn) - v2 * Math.sin(turn), y2 + u2 * Math.sin(turn) + v2 * Math.cos(turn)];
    });
  }
  function softened(ring, kind) {
    return kind === "reservoir" || ring.length < FEW_CORNERS ? ellipse(ring) : smoothRing(ring);
  }

  // src/map/ground_brush.js
  function mixed(under, over, share) {
    const parts = [1, 3, 5].map((at) => {
      const [a2, b] = [under, over].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
      return Math.round(a2 + (b - a2) * share);
    });
    return `rgb(${parts.join()})`;
  }
  function makeBrush(map, paths, { context, ratio, box: box2 }) {
    const scale = 2 ** (map.getZoom() - BASE_ZOOM);
    const corner = map.project(map.containerPointToLatLng([0, 0]));
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
      place: ([x2, y2]) => [x2 * scale + left, y2 * scale + top],
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
        const [l2, t3, r2, b] = [x0 * scale + left, y0 * scale + top, x1 * scale + left, y1 * scale + top];
        return r2 >= box2.left - near && l2 <= box2.right + near && b >= box2.top - near && t3 <= box2.bottom + near;
      }
    };
  }
  function clip({ context, scale, place }, path) {
    const [left, top] = place([0, 0]);
    const moved = new Path2D();
    moved.addPath(path, new DOMMatrix([scale, 0, 0, scale, left, top]));
    context.clip(moved, "evenodd");
  }
  function metresPerPixel(map) {
    const { lat } = map.getCenter();
    return 40075016686e-3 * Math.cos(lat * Math.PI / 180) / 2 ** (map.getZoom() + 8);
  }

  // src/map/ground_canvas.js
  function addCanvas(map, pane, height, margin, ratio, paint) {
    map.createPane(pane).style.cssText = `z-index:${height};pointer-events:none`;
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
    map.addLayer(canvas);
    return {
      paint() {
        if (!map.hasLayer(canvas)) return;
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
  function inDegrees(value, positive, negative) {
    const seconds = Math.round(Math.abs(value) * 3600);
    const pad = (part) => String(part).padStart(2, "0");
    const rest = seconds % 60 ? `${pad(seconds % 60)}″` : "";
    const side = value < 0 ? negative : positive;
    return `${Math.floor(seconds / 3600)}°${pad(Math.floor(seconds / 60) % 60)}′${rest}${side}`;
  }
  function graticule(map, { left, top, right, bottom }) {
    const corner = map.containerPointToLatLng([left, bottom]);
    const far = map.containerPointToLatLng([right, top]);
    const middle = map.getCenter();
    const at = map.latLngToContainerPoint(middle);
    const next = map.latLngToContainerPoint([middle.lat + 1 / 60, middle.lng + 1 / 60]);
    const down = rounds(corner.lng, far.lng, stepOf(next.x - at.x));
    const across = rounds(corner.lat, far.lat, stepOf(at.y - next.y));
    return {
      down: down.map((lon) => ({ lon, x: map.latLngToContainerPoint([middle.lat, lon]).x })),
      across: across.map((lat) => ({ lat, y: map.latLngToContainerPoint([lat, middle.lng]).y }))
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
  function isWithin(box2, other) {
    return box2.left >= other.left && box2.right <= other.right && box2.top >= other.top && box2.bottom <= other.bottom;
  }
  function labelSpots(middle, frame, w2, h2, isSoft = false) {
    const x2 = (frame.left + frame.right) / 2;
    const y2 = (frame.top + frame.bottom) / 2;
    const inside = [middle, { x: middle.x, y: middle.y - 2 * h2 }, { x: middle.x, y: middle.y + 2 * h2 }, { x: x2, y: y2 }];
    const outside3 = [
      { x: x2, y: frame.top - h2 - 3 },
      { x: x2, y: frame.bottom + h2 + 3 },
      { x: frame.right + w2, y: y2 },
      { x: frame.left - w2, y: y2 },
      { x: x2, y: frame.top - h2 - FARTHER_PX },
      { x: x2, y: frame.bottom + h2 + FARTHER_PX },
      { x: frame.right - w2, y: frame.top - h2 - 3 },
      { x: frame.left + w2, y: frame.top - h2 - 3 },
      { x: frame.left + w2, y: frame.bottom + h2 + 3 },
      { x: frame.right - w2, y: frame.bottom + h2 + 3 }
    ];
    return isSoft ? [...outside3, ...inside] : [...inside, ...outside3];
  }
  function beside({ x: x2, y: y2 }, reach, w2, h2) {
    const [side, slant] = [reach + w2, 0.7 * reach];
    return [
      { x: x2 + side, y: y2, align: "left" },
      { x: x2 - side, y: y2, align: "right" },
      { x: x2, y: y2 + reach + h2, align: "center" },
      { x: x2, y: y2 - reach - h2, align: "center" },
      { x: x2 + slant + w2, y: y2 + slant + h2, align: "left" },
      { x: x2 + slant + w2, y: y2 - slant - h2, align: "left" },
      { x: x2 - slant - w2, y: y2 + slant + h2, align: "right" },
      { x: x2 - slant - w2, y: y2 - slant - h2, align: "right" }
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
    const map = page.leaflet;
    const canvas = document.createElement("canvas");
    canvas.className = "yz-ground-edge";
    canvas.setAttribute("aria-hidden", "true");
    map.getContainer().appendChild(canvas);
    let boxes = [];
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
      const size = map.getSize();
      const context = cleared(size);
      const [tickColour, halo] = [page.theme.variable("--ink2"), page.theme.variable("--outside")];
      const { down, across } = graticule(map, { left: 0, top: 0, right: size.x, bottom: size.y });
      const frame = { left: 0, top: 0, right: size.x, bottom: size.y };
      boxes = [];
      const inTheWay = furniture();
      function mark(words2, isDown, at) {
        const half2 = context.measureText(words2).width / 2;
        const [x2, y2] = isDown ? [at, TICK_PX + HALF_LETTER_PX] : [TICK_PX + 3 + half2, at];
        const box2 = { left: x2 - half2, right: x2 + half2, top: y2 - HALF_LETTER_PX, bottom: y2 + HALF_LETTER_PX };
        if (!isWithin(box2, frame) || !isFree(box2, inTheWay)) return;
        context.lineWidth = 1;
        context.strokeStyle = tickColour;
        tick(context, isDown ? [at, 0] : [0, at], isDown ? [at, TICK_PX] : [TICK_PX, at]);
        context.lineWidth = 3;
        context.strokeStyle = halo;
        context.strokeText(words2, x2, y2);
        context.fillText(words2, x2, y2);
        boxes.push(box2);
      }
      for (const { lon, x: x2 } of down) mark(inDegrees(lon, "E", "W"), true, x2);
      for (const { lat, y: y2 } of across) mark(inDegrees(lat, "N", "S"), false, y2);
    }
    map.on("move resize viewreset zoomend", paint);
    map.on("zoomanim", () => {
      canvas.width = 1;
    });
    return { paint, boxes: () => boxes };
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
  var lengthOf = (letters) => letters.reduce((sum, { width }) => sum + width, 0);
  function inRow(letters, { x: x2, y: y2, turn }) {
    let along = -lengthOf(letters) / 2;
    return letters.map(({ letter, width }) => {
      const middle = along + width / 2;
      along += width;
      return { letter, x: x2 + middle * Math.cos(turn), y: y2 + middle * Math.sin(turn), turn };
    });
  }
  function drawName(context, { letters, font, colour, halo, ring }, { fill, line }) {
    if (ring) {
      context.beginPath();
      context.arc(ring[0], ring[1], RING_PX - 0.6, 0, 2 * Math.PI);
      context.fillStyle = fill;
      context.fill();
      context.strokeStyle = line;
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
      for (const { letter, x: x2, y: y2, turn } of letters) {
        context.save();
        context.translate(x2, y2);
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
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    const stretches2 = parts.flatMap((rings) => stretchesAt(rings, halfway(rings[0])));
    stretches2.sort((a2, b) => b.width - a2.width);
    return stretches2[0].at;
  }
  function isInside([x2, y2], shape) {
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return parts.some((rings) => stretchesAt(rings, y2).some(({ width, at }) => Math.abs(x2 - at[0]) <= width / 2));
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
      for (let i2 = 1; i2 < ring.length; i2++) {
        const [ax, ay] = ring[i2 - 1];
        const [bx, by] = ring[i2];
        if (ay > y2 !== by > y2) crossed.push(ax + (bx - ax) * (y2 - ay) / (by - ay));
      }
    }
    crossed.sort((a2, b) => a2 - b);
    const stretches2 = [];
    for (let i2 = 0; i2 + 1 < crossed.length; i2 += 2) {
      const [from, to] = [crossed[i2], crossed[i2 + 1]];
      stretches2.push({ width: to - from, at: [(from + to) / 2, y2] });
    }
    return stretches2;
  }

  // src/map/ground_paths.js
  var STRETCH = 48;
  function pathOf(lines, isClosed) {
    const path = new Path2D();
    for (const line of lines) {
      line.forEach(([x2, y2], index) => {
        if (index) path.lineTo(x2, y2);
        else path.moveTo(x2, y2);
      });
      if (isClosed) path.closePath();
    }
    return path;
  }
  function stretches(line) {
    const found = [];
    for (let from = 0; from < line.length - 1; from += STRETCH) {
      const part = line.slice(from, from + STRETCH + 1);
      found.push({ path: pathOf([part], false), box: boxOf(part) });
    }
    return found;
  }
  function boxOf(line) {
    const xs = line.map(([x2]) => x2);
    const ys = line.map(([, y2]) => y2);
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }
  function ringsOf(shape) {
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return (
      /** @type {Line[]} */
      parts.flat()
    );
  }
  function makePaths(ground, outlines2, box2) {
    var _a, _b, _c, _d, _e, _f, _g, _h;
    const [west, south, east2, north2] = box2;
    const [low, high] = [projected(west, south), projected(east2, north2)];
    const origin = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
    const at = projectionAbout(origin);
    const layers = (ground == null ? void 0 : ground.layers) || {};
    const edges = (ground == null ? void 0 : ground.box) || box2;
    const place = (line) => line.map(([lon, lat]) => at(lon, lat));
    const truly = (units) => place(degrees(units));
    function area2({ name, class: kind, schematic, parts }) {
      const rings = parts.flat().map((ring) => truly(unpacked(ring)));
      const drawn = schematic ? rings.map((ring) => softened(ring, kind)) : rings;
      return { name, kind, isSchematic: schematic, path: pathOf(drawn, true), rings: drawn };
    }
    const course = (isSmooth) => ({ name, class: kind, schematic, parts }) => {
      const lines = parts.map((line) => truly(unpacked(line)));
      const drawn = schematic && isSmooth ? lines.map(smoothLine) : lines;
      return { name, kind, isSchematic: schematic, path: pathOf(drawn, false), lines: drawn };
    };
    function spot({ name, class: kind, rank, at: [lat, lon] }) {
      return { name, kind, rank: rank ?? 3, at: at(lon, lat), place: [lat, lon] };
    }
    function edgesOf(features) {
      const rings = features.flatMap(({ parts }) => parts.flat().map(unpacked));
      return borders(rings, edges).map(truly);
    }
    const sea = ((_a = layers.sea) == null ? void 0 : _a.features) || [];
    const neighbours = ((_b = layers.neighbours) == null ? void 0 : _b.features) || [];
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
      lakes: (((_c = layers.lakes) == null ? void 0 : _c.features) || []).map(area2),
      rivers: (((_d = layers.rivers) == null ? void 0 : _d.features) || []).map(course(true)),
      rail: (((_e = layers.rail) == null ? void 0 : _e.features) || []).map(course(false)),
      roads: (((_f = layers.roads) == null ? void 0 : _f.features) || []).map(course(false)),
      stations: (((_g = layers.stations) == null ? void 0 : _g.features) || []).map(spot),
      towns: (((_h = layers.towns) == null ? void 0 : _h.features) || []).map(spot),
      neighbours: neighbours.map(area2),
      borders: pathOf(edgesOf(neighbours), false),
      accuracy: (ground == null ? void 0 : ground.accuracy_m) || {}
    };
  }

  // src/map/ground_room.js
  var CELL_PX = 6;
  var HALF = 0.5;
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
    function nearest(cell3, sign2) {
      const [x2, y2] = [cell3 % columns, Math.floor(cell3 / columns)];
      return Math.min(
        at(x2 - sign2, y2) + 1,
        at(x2, y2 - sign2) + 1,
        at(x2 - sign2, y2 - sign2) + Math.SQRT2,
        at(x2 + sign2, y2 - sign2) + Math.SQRT2
      );
    }
    for (let cell3 = 0; cell3 < columns * rows; cell3 += 1) if (inside[cell3]) far[cell3] = nearest(cell3, 1);
    for (let cell3 = columns * rows - 1; cell3 >= 0; cell3 -= 1) far[cell3] = Math.min(far[cell3], nearest(cell3, -1));
    return far;
  }
  function readerOf(values, columns) {
    const rows = values.length / columns;
    return (x2, y2) => x2 < 0 || y2 < 0 || x2 >= columns || y2 >= rows ? 0 : values[y2 * columns + x2];
  }
  function roomIn({ inside, columns, cell: cell3 }, length2, height, { most, isSlanted, near }) {
    const far = clearance(inside, columns);
    const at = readerOf(far, columns);
    const reach = Math.hypot(columns, inside.length / columns) * cell3;
    const parts = Math.max(1, Math.ceil(length2 / height));
    const least = height * LEAST_ROOM;
    function roomOf2(x2, y2, turn) {
      const [ux, uy] = [Math.cos(turn) / cell3, Math.sin(turn) / cell3];
      let room = most;
      for (let part = 0; part <= parts && room > 0; part += 1) {
        const along = (part / parts - 0.5) * length2;
        room = Math.min(room, cell3 * (at(Math.round(x2 + along * ux), Math.round(y2 + along * uy)) - HALF));
      }
      return room < least ? 0 : room;
    }
    let best = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (let start2 = 0; start2 < far.length; start2 += 1) {
      if ((far[start2] - HALF) * cell3 < least) continue;
      const [x2, y2] = [start2 % columns, Math.floor(start2 / columns)];
      const middle = { x: (x2 + 0.5) * cell3, y: (y2 + 0.5) * cell3 };
      const away = Math.hypot(middle.x - near[0], middle.y - near[1]) / reach;
      for (const turn of isSlanted ? TURNS : [0]) {
        const room = roomOf2(x2, y2, turn);
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
    for (let i2 = 0; i2 < inside.length; i2 += 1) inside[i2] = data[4 * i2 + 3] > 200 ? 1 : 0;
    return { inside, columns: canvas.width, cell: CELL_PX };
  }
  function paced(line, step) {
    const points = [];
    let rest = 0;
    for (let i2 = 0; i2 + 1 < line.length; i2 += 1) {
      const [[ax, ay], [bx, by]] = [line[i2], line[i2 + 1]];
      const length2 = Math.hypot(bx - ax, by - ay);
      for (; rest <= length2 && length2 > 0; rest += step) {
        points.push([ax + (bx - ax) * rest / length2, ay + (by - ay) * rest / length2]);
      }
      rest -= length2;
    }
    return points;
  }
  function roomAlong(line, letters, height, { isFree: isFree2, near }) {
    const pace = 4;
    const points = paced(line, pace);
    const length2 = letters.reduce((sum, { width }) => sum + width, 0);
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
      const found = sides.find((one) => one !== null && fits(one));
      const whole = found ? cost + BEND_COST_PX * bendOf(found) : bestCost;
      if (!found || whole >= bestCost) continue;
      best = found;
      bestCost = whole;
    }
    return best;
    function fits(set2) {
      const half2 = height * 0.55;
      return set2.every(({ x: x2, y: y2 }) => isFree2({ left: x2 - half2, right: x2 + half2, top: y2 - half2, bottom: y2 + half2 }));
    }
  }
  function bendOf(letters) {
    return letters.slice(1).reduce((sum, { turn }, index) => sum + Math.abs(turn - letters[index].turn), 0);
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
      const [x2, y2] = points[middle];
      found.push({ letter, x: x2 - off * Math.sin(turn), y: y2 + off * Math.cos(turn), turn });
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
    const isSeen = (brush, { rings }) => rings.some((ring) => brush.sees(boxOf(ring)));
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
      const found = lines.map((line) => roomAlong(line.map(brush.place), letters, size, wish)).find(Boolean);
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
        for (const area2 of paths.sea) if (isSeen(brush, area2)) nameWater(brush, board, area2, SEA);
        for (const area2 of paths.lakes) if (isSeen(brush, area2)) nameWater(brush, board, area2, LAKE);
        for (const course of paths.rivers) nameRiver(brush, board, course);
      },
      /** @param {Brush} brush @param {Board} board */
      neighbours(brush, board) {
        for (const area2 of paths.neighbours) if (isSeen(brush, area2)) nameNeighbour(brush, board, area2);
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
        const isSeen = box2.left > EDGE_PX && box2.top > EDGE_PX && box2.right < size.x - EDGE_PX && box2.bottom < size.y - EDGE_PX;
        return isSeen && isFree(box2, taken);
      },
      /** @param {Omit<Name, "boxes"> & {boxes?: Box[]}} name */
      keep(name) {
        const half2 = name.size * 0.6;
        const around2 = ({ x: x2 = 0, y: y2 = 0 }) => ({ left: x2 - half2, right: x2 + half2, top: y2 - half2, bottom: y2 + half2 });
        const boxes = name.boxes || name.letters.map(around2);
        taken.push(...boxes);
        names.push({ ...name, boxes });
      }
    };
  }
  function makeNames(page, paths, outlines2, signAt) {
    const map = page.leaflet;
    const areas = makeAreaNames(page, paths);
    const { font, spaced } = makeLettering(page);
    const isOurs = ({ place: [lat, lon] }) => !outlines2.length || outlines2.some((shape) => isInside([lon, lat], shape));
    const ours = new Set([...paths.towns, ...paths.stations].filter(isOurs));
    function look(spot) {
      const [ink, halo] = ours.has(spot) ? ["ink2", "district"] : ["neighbour", "outside"];
      return { colour: page.theme.variable(`--${ink}`), halo: page.theme.variable(`--${halo}`) };
    }
    function nameSpot(brush, board, spot, { kind, size, reach, isRinged }) {
      if (!spot.name) return;
      const [x2, y2] = brush.place(spot.at);
      const sign2 = { left: x2 - reach, right: x2 + reach, top: y2 - reach, bottom: y2 + reach };
      if (isRinged && !board.isOpen(sign2)) return;
      const words2 = page.text(spot.name);
      const face = font(size, false);
      const letters = spaced(words2, face, 0);
      const [w2, h2, off] = [lengthOf(letters) / 2, size * 0.62, reach + OFF_PX];
      const sides = [[x2 + off + w2, y2], [x2 - off - w2, y2], [x2, y2 + off + h2], [x2, y2 - off - h2]];
      for (const [cx, cy] of sides) {
        const box2 = { left: cx - w2 - 1, right: cx + w2 + 1, top: cy - h2, bottom: cy + h2 };
        if (!board.isOpen(box2)) continue;
        const row = inRow(letters, { x: cx, y: cy, turn: 0 });
        const taken = isRinged ? { boxes: [box2, sign2], ring: (
          /** @type {[number, number]} */
          [x2, y2]
        ) } : { boxes: [box2] };
        board.keep({ words: words2, kind, letters: row, size, font: face, ...look(spot), ...taken });
        return;
      }
    }
    function seen(brush, spots) {
      const near = spots.filter(({ at: [x2, y2] }) => brush.sees([x2, y2, x2, y2]));
      return near.sort((a2, b) => Number(ours.has(b)) - Number(ours.has(a2)) || a2.rank - b.rank);
    }
    function nameTowns(brush, board) {
      const isFar = map.getZoom() < BEYOND_ZOOM;
      for (const town of seen(brush, paths.towns)) {
        const sign2 = signAt(town);
        if (isFar && !ours.has(town) || sign2 === "named") continue;
        nameSpot(brush, board, town, { ...TOWN, ...sign2 === "seed" ? SEED : {} });
      }
    }
    function nameStations(brush, board) {
      if (map.getZoom() < STATION_ZOOM) return;
      for (const station of seen(brush, paths.stations)) nameSpot(brush, board, station, STATION);
    }
    return {
      /** Finds the names their places. @param {Brush} brush @param {Box[]} taken in pixels of the map: what none may touch */
      place(brush, taken) {
        const board = makeBoard(map.getSize(), taken);
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
      paint(sheet, shown) {
        const brush = makeBrush(page.leaflet, paths, sheet);
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
      outline(sheet) {
        makeBrush(page.leaflet, paths, sheet).stroke(paths.district.path, colour("ink"), 2);
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
  var IN_THE_WAY = "#yz-hands .group, #yz-key, .leaflet-control-attribution, .yz-scale";
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
    var _a;
    const { leaflet: map, data, layers } = page;
    const drawn = (
      /** @type {DrawnShape[]} */
      /** @type {unknown} */
      ((_a = layers.district) == null ? void 0 : _a.getLayers()) || []
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
      const [y2, x2] = town.place;
      return name && bare(name) === town.name.zh && Math.hypot(x2 - lon, y2 - lat) < SAME_TOWN;
    });
    paths.towns = [...own, ...paths.towns.filter((town) => !isOwn(town))];
    const names = makeNames(page, paths, outlines2, signAt);
    let sharpness = 0;
    let occupied = { zoom: -1, boxes: [] };
    let placed = [];
    function ratio() {
      if (sharpness) return sharpness;
      return page.state.printing ? PAPER_RATIO : window.devicePixelRatio || 1;
    }
    function isCovered() {
      const { basemap: basemap2, notice: notice2 } = page.state;
      return basemap2.name !== "" && page.basemaps.layers().length > 0 && (notice2 == null ? void 0 : notice2.about) !== "basemap";
    }
    function signAt({ name, place: [lat, lon] }) {
      const isHere = ([y2, x2]) => Math.hypot(y2 - lat, x2 - lon) < SAME_PLACE;
      const { shown } = page.state;
      const isMarked = data.sites.some(({ at, projects: projects2, parks: parks2 }) => {
        return isHere(at) && (shown.projects && projects2.length > 0 || shown.parks && parks2.length > 0);
      });
      const isZone = shown.zones && data.zones.some((zone) => name && page.text(zone.short) === page.text(name));
      if (isMarked || isZone) return "named";
      return shown.zones && data.zones.some(({ seeds }) => seeds.some(isHere)) ? "seed" : null;
    }
    function paintGrid({ context, box: box2 }) {
      const { down, across } = graticule(map, box2);
      context.save();
      context.globalAlpha = 0.06;
      context.fillStyle = page.theme.variable("--ink");
      for (const { x: x2 } of down) context.fillRect(x2, box2.top, 1, box2.bottom - box2.top);
      for (const { y: y2 } of across) context.fillRect(box2.left, y2, box2.right - box2.left, 1);
      context.restore();
    }
    function furniture() {
      const frame = map.getContainer().getBoundingClientRect();
      const inTheWay = [...document.querySelectorAll(IN_THE_WAY)].map((node) => node.getBoundingClientRect());
      const seen = inTheWay.filter(({ width, height }) => width && height);
      return seen.map(({ left, right, top, bottom }) => {
        return { left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top };
      });
    }
    function labelled() {
      if (occupied.zoom !== map.getZoom()) return [];
      const corner = map.project(map.containerPointToLatLng([0, 0]));
      return occupied.boxes.map(({ left, right, top, bottom }) => {
        return { left: left - corner.x, right: right - corner.x, top: top - corner.y, bottom: bottom - corner.y };
      });
    }
    function paintNames(sheet) {
      placed = [];
      if (isCovered()) {
        painter.outline(sheet);
        return;
      }
      placed = names.place(makeBrush(map, paths, sheet), [...labelled(), ...furniture(), ...edge.boxes()]);
      const ring = { fill: page.theme.variable("--district"), line: page.theme.variable("--ink2") };
      for (const name of placed) drawName(sheet.context, name, ring);
    }
    function paintGround(sheet) {
      painter.paint(sheet, page.state.shown);
      paintGrid(sheet);
    }
    const edge = makeEdge(page, ratio, furniture);
    const ground = addCanvas(map, "yz-ground", GROUND_Z, MARGIN, ratio, paintGround);
    const above = addCanvas(map, "yz-ground-names", NAMES_Z, 0, ratio, paintNames);
    function paint() {
      edge.paint();
      ground.paint();
      above.paint();
    }
    return {
      paint,
      /** Names that are on the map now, for tests and other outputs: words, kind and boxes in pixels of the map. */
      named: () => placed,
      /**
       * Puts the ground's names where the plan's labels leave room.
       * @param {Box[]} boxes that are taken, in pixels of the map's layers
       */
      label(boxes) {
        const corner = map.getPixelOrigin();
        const move = ({ left = 0, right = 0, top = 0, bottom = 0 }) => {
          return { left: left + corner.x, right: right + corner.x, top: top + corner.y, bottom: bottom + corner.y };
        };
        occupied = { zoom: map.getZoom(), boxes: boxes.map(move) };
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
    const { leaflet: map, data } = page;
    const [west, south, east2, north2] = boxOfMap(data);
    const ground = L.latLngBounds([south, west], [north2, east2]);
    const plan = L.latLngBounds(data.bounds);
    function sizeOf(bounds) {
      const size = map.project(bounds.getSouthEast(), 0).subtract(map.project(bounds.getNorthWest(), 0));
      return { x: Math.max(size.x, 1e-9), y: Math.max(size.y, 1e-9) };
    }
    function whole(view) {
      const { x: x2, y: y2 } = sizeOf(plan);
      return Math.log2(Math.max(1, Math.min((view.x - 2 * EDGE_PX2) / x2, (view.y - 2 * EDGE_PX2) / y2)));
    }
    function filled(view) {
      const { x: x2, y: y2 } = sizeOf(ground);
      return Math.log2(Math.max(view.x / x2, view.y / y2));
    }
    function borne() {
      if (page.parcels || page.state.basemap.name || data.bases.includes("official")) return DEEPEST;
      const known = data.places.map(({ uncertainty_m }) => uncertainty_m).filter((metres) => metres > 0);
      if (!known.length) return DEEPEST;
      const round2 = 40075016686e-3 * Math.cos(plan.getCenter().lat * Math.PI / 180);
      return Math.log2(BEARS_PX * round2 / (256 * Math.min(...known)));
    }
    function set2() {
      const view = map.getSize();
      if (!view.x || !view.y) return;
      const home = whole(view);
      const least = Math.floor(SNAP * Math.min(home, Math.max(filled(view), home - OUT))) / SNAP;
      const most = Math.min(DEEPEST, Math.ceil(SNAP * Math.max(borne(), home + IN)) / SNAP);
      const half2 = view.divideBy(2 ** home * 2);
      const [low, high] = [map.project(plan.getSouthWest(), 0), map.project(plan.getNorthEast(), 0)];
      const wide2 = L.latLngBounds(
        map.unproject([low.x - half2.x, low.y + half2.y], 0),
        map.unproject([high.x + half2.x, high.y - half2.y], 0)
      );
      map.setMaxBounds(wide2.extend(ground));
      map.setMinZoom(Math.max(0, least));
      map.setMaxZoom(Math.max(least, most));
    }
    map.options.maxBoundsViscosity = 1;
    map.on("resize", set2);
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
    const map = page.leaflet;
    const box2 = document.createElement("div");
    box2.id = "yz-callout";
    box2.setAttribute("aria-hidden", "true");
    map.getContainer().appendChild(box2);
    const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
    function said(project) {
      const zone = page.data.zones.find(({ zone_id }) => zone_id === project.zone_id);
      const list4 = project.list && page.data.downloads.words[project.list];
      return [page.numbers.investment(project), zone && page.text(zone.shortest), list4 && page.text(list4)].filter(
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
      const at = map.layerPointToContainerPoint([mark.x, mark.y]);
      const reach = marks.reach(mark) + 6;
      const { x: width } = map.getSize();
      const isLow = at.y < 150;
      const top = isLow ? at.y + reach + 40 : TOP_PX;
      const height = isLow ? 0 : Math.max(0, at.y - reach - TOP_PX);
      const x2 = Math.min(width - EDGE_PX3 - 4, Math.max(EDGE_PX3 + 4, at.x));
      const here = `${page.say("wanted_here")} ${page.numbers.items(mark.wanted.length)} · ${page.numbers.invested(mark.wanted)}`;
      const line = isLow ? { left: `${x2}px`, top: `${at.y + reach}px`, height: "40px" } : { left: `${x2}px`, top: `${TOP_PX}px`, height: `${height}px` };
      const place = { top: `${top}px`, right: `${EDGE_PX3}px` };
      return html`<i class="leader" style=${line}></i>
      <div class="box" style=${place}>
        <b>${page.text(page.data.subjects[project.key].name)}</b>
        <span>${said(project).join(" · ")}</span>
        <span class="meta">${here}</span>
      </div>`;
    }
    map.on("move zoomend", draw);
    return { draw };
  }

  // src/own.js
  function hasOwn(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name);
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
    const named2 = hasOwn(words2, source) ? page.text(words2[source]) : source;
    const label = DATA_FILE.test(source) ? page.say("data_file") + source : named2;
    return html`<span class="chip outside" title=${page.say("outside_source")}>${label}</span>`;
  }

  // src/elements/links.js
  function link(page, key, note2) {
    const { name } = page.data.subjects[key];
    return opener(page, key, "", html`${page.text(name)}${note2 ? html`<span class="meta">${`  ${note2}`}</span>` : null}`);
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
  function linkList(page, keys, note2) {
    return list(keys.map((key) => link(page, key, note2 ? note2(key) : "")));
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
  function flagsShown(page, key) {
    const { rule } = page.state;
    if (!rule) return flagsOf(page, key);
    return findingsOf(page, key).filter((finding) => isGrave(finding) && finding.rule === rule).length;
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

  // src/map/covers.js
  var COVERS = "#yz-key, #yz-hands .group, .leaflet-control-attribution, .leaflet-control-scale, .north";
  function coversOf(map) {
    return [...document.querySelectorAll(COVERS)].map((node) => boxOn(map, node)).filter(isSome);
  }
  function boxOn(map, node) {
    const frame = map.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const low = map.containerPointToLayerPoint([left - frame.left, top - frame.top]);
    const high = map.containerPointToLayerPoint([right - frame.left, bottom - frame.top]);
    return { left: low.x, top: low.y, right: high.x, bottom: high.y };
  }
  var isSome = (box2) => box2.right > box2.left && box2.bottom > box2.top;
  function viewOf(map) {
    const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
    const { x: right, y: bottom } = map.containerPointToLayerPoint(map.getSize());
    return { left, top, right, bottom };
  }

  // src/map/label_sizes.js
  var CLEAR_PX = 2;
  var BARE = "bare";
  function makeSizes(map) {
    const known = /* @__PURE__ */ new Map();
    return {
      /** Another type or width of the page may have words larger. */
      forget: () => known.clear(),
      /** @param {HTMLElement[]} nodes */
      of(nodes) {
        const isFar = map.getContainer().classList.contains("far");
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
  var PARK_ZOOM = 13;
  var MOST_NAMED = 2;
  function makeLabels(page, shapes, ground, marks) {
    const map = page.leaflet;
    const pane = map.createPane("yz-labels");
    pane.style.zIndex = "640";
    pane.classList.add("leaflet-zoom-hide");
    const zones = page.data.zones.filter(({ middle, key }) => middle && shapes.byKey[key]);
    const measured2 = makeSizes(map);
    let sizes2 = /* @__PURE__ */ new Map();
    let taken = [];
    function zoneLabel(zone) {
      const lines = (
        /** @type {string[]} */
        [].concat(page.view.label(zone)).filter(Boolean)
      );
      const flags = page.state.shown.findings ? flagsShown(page, zone.key) : 0;
      const colour = { color: page.theme.shade(zone.colour) };
      return html`<div key=${zone.key} class="map-label zone-label" data-key=${zone.key}>
      <span class="name" style=${colour}>${page.text(zone.short)}${flags ? html` <span class="flag">${flags}</span>` : null}</span>
      ${lines.map((line) => html`<span class="area">${line}</span>`)}
    </div>`;
    }
    function markLabel({ host, sites, wanted }) {
      const flags = page.state.shown.findings ? wanted.reduce((sum2, { key }) => sum2 + flagsShown(page, key), 0) : 0;
      const others = sites.length > 1 ? page.say("and_places").replace("%d", String(sites.length)) : "";
      const sum = page.view.sum ? page.view.sum(wanted) : page.numbers.roughly(wanted);
      const where = `${page.text(host.name)}${others} · ${page.numbers.items(wanted.length)}`;
      return html`<div key=${`mark:${host.place_id}`} class="map-label mark-label" data-place=${host.place_id}>
      ${sum || flags ? html`<span class="sum">${sum}${flags ? html` <span class="flag">${flags}</span>` : null}</span>` : null}
      <span class="where">${where}</span>
    </div>`;
    }
    function parkLabel({ host, parks: parks2 }) {
      const names = parks2.slice(0, MOST_NAMED).map((key) => page.text(page.data.subjects[key].name));
      const rest = parks2.length > MOST_NAMED ? page.say("and_so_on").replace("%d", String(parks2.length)) : "";
      return html`<div key=${`parks:${host.place_id}`} class="map-label park-label">
      <span class="name">${names.join(page.lang === "zh" ? "、" : ", ") + rest}</span>
    </div>`;
    }
    function fitness(zone, { w: w2, h: h2 }) {
      const view = viewOf(map);
      const middle = map.latLngToLayerPoint(
        /** @type {[number, number]} */
        zone.middle
      );
      const isSeen = isWithin(around(middle, 0, 0), view);
      return (spot) => {
        if (isSeen && !isWithin(around(spot, w2, h2), view)) return false;
        const inside = zones.filter((other) => [-h2, 0, h2].some((step) => isOn(other, spot.x, spot.y + step)));
        if (inside.length && !inside.includes(zone)) return false;
        return !isOuter(zone) || inside.length > 0 && inside.every((one) => one === zone || isOuter(one));
      };
    }
    function isOn({ key }, x2, y2) {
      const at = map.layerPointToLatLng([x2, y2]);
      const outline = shapes.byKey[key];
      return outline.getBounds().contains(at) && isInside([at.lng, at.lat], outline.feature.geometry);
    }
    const isOuter = ({ key }) => shapes.byKey[key].base.fillOpacity === 0;
    function placeZone(zone, node) {
      var _a;
      const frame = (
        /** @type {Box} */
        ground.frame(zone.key)
      );
      const middle = map.latLngToLayerPoint(
        /** @type {[number, number]} */
        zone.middle
      );
      for (const isBare of [false, true]) {
        const half2 = (_a = sizes2.get(node)) == null ? void 0 : _a[isBare ? BARE : "whole"];
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
      var _a;
      const view = viewOf(map);
      const isSeen = isWithin(around(mark, 0, 0), view);
      for (const isBare of [false, true]) {
        const half2 = (_a = sizes2.get(node)) == null ? void 0 : _a[isBare ? BARE : "whole"];
        if (!half2) continue;
        const spots = beside(mark, marks.reach(mark) + CLEAR_PX + 1, half2.w, half2.h);
        const spot = freeSpot(
          spots,
          half2.w,
          half2.h,
          taken,
          (one) => !isSeen || isWithin(around(one, half2.w, half2.h), view)
        );
        if (!spot) continue;
        node.classList.toggle(BARE, isBare);
        put(node, spot, half2);
        return;
      }
      node.style.visibility = "hidden";
    }
    function put(node, spot, { w: w2, h: h2 }) {
      node.style.visibility = "";
      node.style.textAlign = "align" in spot ? String(spot.align) : "center";
      L.DomUtil.setPosition(node, L.point(spot.x - w2 + CLEAR_PX, spot.y - h2 + CLEAR_PX));
      taken.push(around(spot, w2, h2));
    }
    function zonesByRank() {
      const isOpened = ({ key }) => Number(key === page.state.opened);
      return [...zones].sort((a2, b) => isOpened(b) - isOpened(a2) || a2.rank - b.rank);
    }
    function occupied() {
      return coversOf(map).concat(discs());
    }
    function discs() {
      return marks.shown().map((mark) => around(mark, marks.reach(mark) + CLEAR_PX, marks.reach(mark) + CLEAR_PX));
    }
    return {
      forget: measured2.forget,
      /** Writes the labels, and puts each where it covers nothing. */
      arrange() {
        var _a;
        const named2 = page.state.shown.zones ? zonesByRank() : [];
        const summed = marks.shown().filter(({ wanted }) => wanted.length);
        const parked = marks.shown().filter(({ parks: parks2 }) => parks2.length && map.getZoom() >= PARK_ZOOM);
        Q([...named2.map(zoneLabel), ...summed.map(markLabel), ...parked.map(parkLabel)], pane);
        const nodes = (
          /** @type {HTMLElement[]} */
          [...pane.children]
        );
        sizes2 = measured2.of(nodes);
        taken = occupied();
        named2.forEach((zone, index) => {
          placeZone(zone, nodes[index]);
        });
        [...summed, ...parked].forEach((mark, index) => {
          placeMark(mark, nodes[named2.length + index]);
        });
        (_a = page.ground) == null ? void 0 : _a.label(taken);
      }
    };
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
  var KEPT3 = ",unstated";
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
    return !chosen.length || values.some((value) => chosen.includes(value));
  }
  function isWithin2(range, value) {
    if (!range) return true;
    if (value === null) return range.unstated;
    return (range.from === null || value >= range.from) && (range.to === null || value <= range.to);
  }
  function isWanted({ filter }, project, besides) {
    return OF_PROJECTS.every((name) => name === besides || isAmong(filter[name], valuesOf(project, name))) && RANGES.every((name) => name === besides || isWithin2(filter[name], figureOf(project, name)));
  }
  function isNarrowed({ filter }) {
    return partsOf(filter).length > 0;
  }
  function partsOf(filter) {
    const parts = [...Object.entries(CHOICES), ...RANGES.map((name) => (
      /** @type {const} */
      [name, name]
    ))];
    return parts.filter(([, part]) => {
      const value = filter[
        /** @type {keyof Filter} */
        part
      ];
      return Array.isArray(value) ? value.length > 0 : value !== null;
    });
  }
  function toggled(filter, name, value) {
    const chosen = filter[name];
    return { ...filter, [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] };
  }
  function addressed(filter) {
    return partsOf(filter).map(([name, part]) => {
      const value = filter[
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
  function rangeWords({ from, to, unstated }) {
    if (from === null && to === null) return STATED;
    return `${from ?? ""}-${to ?? ""}${unstated ? KEPT3 : ""}`;
  }
  function readRange(words2) {
    if (words2 === STATED) return { from: null, to: null, unstated: false };
    const isKept = words2.endsWith(KEPT3);
    const found = RANGE.exec(isKept ? words2.slice(0, -KEPT3.length) : words2);
    if (!found || found[1] === void 0 && found[2] === void 0) return null;
    const [from, to] = [found[1], found[2]].map((end) => end === void 0 ? null : Number(end));
    return from !== null && to !== null && from > to ? null : { from, to, unstated: isKept };
  }

  // src/map/mark_list.js
  var MOST_LISTED = 200;
  function makeList(page) {
    const map = page.leaflet;
    const tip = L.tooltip({ direction: "top", className: "mark-hint" });
    const popup = L.popup({ maxHeight: 260, minWidth: 220, maxWidth: 300, autoPanPadding: [20, 20] });
    const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
    const projectsOf = (keys) => keys.flatMap((key) => byKey.get(key) || []);
    function places(keys) {
      const sites = page.data.sites.filter(
        ({ projects: projects2, parks: parks2 }) => projects2.some(({ key }) => keys.includes(key)) || parks2.some((key) => keys.includes(key))
      );
      return sites.map(({ name }) => page.text(name)).join(page.lang === "zh" ? "、" : ", ");
    }
    function words2(keys) {
      if (keys.length === 1) {
        const { name, note: note2 } = page.data.subjects[keys[0]];
        return [page.text(name), note2 ? page.text(note2) : ""].filter(Boolean).join(" · ");
      }
      const projects2 = projectsOf(keys);
      const count = projects2.length ? `${page.numbers.projects(projects2.length)} · ${page.numbers.invested(projects2)}` : `${keys.length} ${page.say("parks_counted")}`;
      return `${places(keys)} · ${count}`;
    }
    function row(key) {
      const project = byKey.get(key);
      const invests = project ? page.numbers.investment(project) : "";
      return html`${namedLink(page, key, "")}<span class="meta">${invests}</span>`;
    }
    const ranked = (keys) => [...keys].sort((a2, b) => {
      var _a, _b;
      return (((_a = byKey.get(b)) == null ? void 0 : _a.investment) || 0) - (((_b = byKey.get(a2)) == null ? void 0 : _b.investment) || 0);
    });
    function textBox(words3) {
      const box2 = document.createElement("div");
      box2.textContent = words3;
      return box2;
    }
    return {
      /** @param {Key[]} keys @param {L.LatLng} at */
      open(keys, at) {
        map.closeTooltip(tip);
        if (keys.length === 1) {
          page.open(keys[0]);
          return;
        }
        const box2 = document.createElement("div");
        Q(html`<p>${words2(keys)}</p>${list(ranked(keys).slice(0, MOST_LISTED).map(row))}`, box2);
        popup.setLatLng(at).setContent(box2).openOn(map);
      },
      close: () => map.closePopup(popup),
      /** @param {Key[]} keys @param {L.LatLng | null} at */
      hint(keys, at) {
        if (at && keys.length) map.openTooltip(tip.setLatLng(at).setContent(textBox(words2(keys))));
        else map.closeTooltip(tip);
      }
    };
  }

  // src/map/pinned.js
  var PAD = 0.25;
  function pin(map, element, { pane, zIndex, draw }) {
    const parent = map.createPane(pane);
    parent.style.zIndex = String(zIndex);
    parent.appendChild(element);
    element.classList.add("leaflet-zoom-animated");
    let drawn = null;
    function lay() {
      const size = map.getSize();
      const pad = size.multiplyBy(PAD).round();
      const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
      drawn = { at: map.layerPointToLatLng(corner), zoom: map.getZoom() };
      L.DomUtil.setTransform(
        /** @type {HTMLElement} */
        element,
        corner,
        1
      );
      draw({ corner, size: size.add(pad.multiplyBy(2)) });
    }
    function follow(zoom, center) {
      if (!drawn) return;
      const corner = (
        /** @type {Inner} */
        map._latLngToNewLayerPoint(drawn.at, zoom, center)
      );
      L.DomUtil.setTransform(
        /** @type {HTMLElement} */
        element,
        corner,
        map.getZoomScale(zoom, drawn.zoom)
      );
    }
    map.on("zoomanim", ({ zoom, center }) => follow(zoom, center));
    map.on("zoom", () => {
      if (drawn && map.getZoom() !== drawn.zoom) follow(map.getZoom(), map.getCenter());
    });
    map.on("moveend", lay);
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
  function pxPerKm(zoom, lat) {
    return TILE_PX * 2 ** zoom / (KM_ROUND * Math.cos(lat * Math.PI / 180));
  }
  function factorOf(scale, amounts, room) {
    const k2 = Math.min(MOST_K, Math.max(LEAST_K, K_BY_SCALE * scale));
    const most = Math.max(0, ...amounts);
    const sum = amounts.reduce((whole, amount) => whole + amount, 0);
    return most > 0 ? Math.min(k2, MOST_PX / Math.sqrt(most), Math.sqrt(MOST_SHARE * room / (Math.PI * sum))) : k2;
  }
  function radiusOf(amount, factor) {
    return Math.max(LEAST_PX2, factor * Math.sqrt(amount));
  }
  function samples(most) {
    const top = Math.floor(2 * Math.log10(Math.max(most, 1e-3) / 2) + SLACK);
    return [top, top - 1, top - 2].map((step) => (step % 2 ? 3 : 1) * 10 ** Math.floor(step / 2)).map((value) => Number(value.toPrecision(1)));
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
  function wedge(x2, y2, radius, share) {
    if (share <= 0) return "";
    const top = `${x2} ${round(y2 - radius)}`;
    const arc = `A${round(radius)} ${round(radius)} 0 `;
    if (share >= 1) return `M${top}${arc}1 1 ${x2} ${round(y2 + radius)}${arc}1 1 ${top}Z`;
    const angle = 2 * Math.PI * share;
    const end = `${round(x2 + radius * Math.sin(angle))} ${round(y2 - radius * Math.cos(angle))}`;
    return `M${x2} ${y2}L${top}${arc}${share > 0.5 ? 1 : 0} 1 ${end}Z`;
  }
  var round = (value) => Math.round(value * 100) / 100;
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
    const map = page.leaflet;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "marks");
    svg.setAttribute("aria-hidden", "true");
    const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
    const list4 = makeList(page);
    let shown = [];
    let factor = 1;
    let most = 0;
    const lay = pin(map, svg, { pane: "yz-marks", zIndex: 450, draw });
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
    const sumOf = (projects2) => projects2.reduce((sum, project) => sum + (amountOf(project) || 0), 0);
    function shareOf(part, whole) {
      const sum = sumOf(whole);
      return sum ? sumOf(part) / sum : part.length / (whole.length || 1);
    }
    function lotsOf(scale) {
      const lots = page.data.sites.flatMap((site) => {
        const projects2 = projectsAt(site);
        const parks2 = page.state.shown.parks ? site.parks : [];
        if (!projects2.length && !parks2.length) return [];
        const { x: x2, y: y2 } = map.latLngToLayerPoint(site.at);
        const { zone_id, uncertainty_m } = site;
        return [{ x: x2, y: y2, amount: sumOf(projects2), zone_id, uncertainty_m, site }];
      });
      const amounts = lots.map(({ amount }) => amount);
      most = Math.max(0, ...amounts);
      factor = factorOf(scale, amounts, roomOf(map, page.data.bounds));
      return joined(lots, scale, factor);
    }
    function shownOf({ host, lots, radius, amount }) {
      const sites = lots.map(({ site }) => site);
      const all = [...new Set(sites.flatMap(projectsAt))];
      const wanted = all.filter(isMeant);
      const weak = new Set(sites.flatMap(({ projects: projects2 }) => projects2.filter((one) => one.weak).map(({ key }) => key)));
      const part = sumOf(wanted);
      return {
        x: host.x,
        y: host.y,
        radius,
        host: host.site,
        sites,
        all,
        wanted,
        parks: page.state.shown.parks ? [...new Set(sites.flatMap(({ parks: parks2 }) => parks2))] : [],
        amount: part,
        inner: amount ? radiusOf(part, factor) : radius,
        share: shareOf(wanted.filter(isBuilt), wanted),
        isWeak: shareOf(
          wanted.filter(({ key }) => weak.has(key)),
          wanted
        ) > 0.5
      };
    }
    function disc2({ x: x2, y: y2, radius, inner, share, isWeak, all }, isGhost) {
      const r2 = isGhost ? radius : inner;
      const part = isGhost ? shareOf(all.filter(isBuilt), all) : share;
      return html`<g class=${isGhost ? "ghost" : "disc"}>
      <circle class="halo" cx=${x2} cy=${y2} r=${r2 + HALO_PX2} />
      <circle class="face" cx=${x2} cy=${y2} r=${r2} />
      <path class="share" d=${wedge(x2, y2, r2, part)} />
      ${isWeak && !isGhost ? html`<circle class="weak" cx=${x2} cy=${y2} r=${r2 + WEAK_PX} />` : null}
    </g>`;
    }
    function square({ x: x2, y: y2, parks: parks2 }) {
      if (!parks2.length) return null;
      const size = parks2.length > 1 ? COUNTED_PARK_PX : PARK_PX;
      const [left, top] = [x2 - size / 2, y2 - size / 2];
      return html`<g class="parks" ...${listeners(parks2, x2, y2)}>
      <rect class="halo" x=${left} y=${top} width=${size} height=${size} />
      <rect class="park" x=${left} y=${top} width=${size} height=${size} />
      ${parks2.length > 1 ? html`<text class="count" x=${x2} y=${y2 + 4}>${parks2.length}</text>` : null}
    </g>`;
    }
    function listeners(keys, x2, y2) {
      if (!keys.length) return {};
      return {
        onClick: (event) => {
          if (page.measure.isActive() || isDragged(map)) return;
          event.stopPropagation();
          list4.open(keys, map.layerPointToLatLng([x2, y2]));
        },
        onPointerEnter: () => {
          page.store.change({ hovered: keys[0] });
          list4.hint(keys, map.layerPointToLatLng([x2, y2]));
        },
        onPointerLeave: () => {
          if (page.state.hovered && keys.includes(page.state.hovered)) page.store.change({ hovered: null });
          list4.hint([], null);
        }
      };
    }
    function has2({ all, parks: parks2 }, key) {
      const subject = page.subject(key);
      if (!key || !subject) return false;
      const keys = subject.projects || [key];
      return keys.some((one) => parks2.includes(one) || all.some((project) => project.key === one));
    }
    function reach({ inner, radius, isWeak, wanted, all, parks: parks2 }) {
      const own = wanted.length ? inner + (isWeak ? WEAK_PX : 0) : 0;
      return Math.max(own, all.length ? radius : 0, parks2.length ? PARK_PX * 0.7 : 0);
    }
    function markOf(mark) {
      const { x: x2, y: y2, host, all, wanted } = mark;
      const { opened, hovered } = page.state;
      const keys = (wanted.length ? wanted : all).map(({ key }) => key);
      const isSelected = has2(mark, opened);
      const isRinged = isSelected || has2(mark, hovered);
      return html`<g key=${host.place_id} class="mark" data-place=${host.place_id}>
      ${isRinged ? html`<circle class=${classes("ring", isSelected && "selected")} cx=${x2} cy=${y2} r=${reach(mark) + RING_PX2} />` : null}
      <g ...${listeners(keys, x2, y2)}>
        ${all.length ? html`<circle class="hit" cx=${x2} cy=${y2} r=${Math.max(TOUCH_PX, reach(mark))} />` : null}
        ${wanted.length < all.length ? disc2(mark, true) : null}
        ${wanted.length ? disc2(mark, false) : null}
      </g>
      ${square(mark)}
    </g>`;
    }
    function draw(sheet) {
      if (sheet) {
        const { corner, size } = sheet;
        svg.setAttribute("width", String(size.x));
        svg.setAttribute("height", String(size.y));
        svg.setAttribute("viewBox", `${corner.x} ${corner.y} ${size.x} ${size.y}`);
      }
      const scale = pxPerKm(map.getZoom(), map.getCenter().lat);
      shown = lotsOf(scale).map(shownOf);
      Q(shown.map(markOf), svg);
    }
    return {
      lay,
      /** Draws the marks anew where the map has not moved. */
      redraw: () => draw(),
      reach,
      /** What is drawn, the largest first: the disc of each stands on its host. */
      shown: () => shown,
      /** What the discs are sized by: pixels for the root of an amount, and the largest amount of a place. */
      sizes: () => ({ factor, most }),
      close: list4.close
    };
  }
  function isBuilt({ list: list4 }) {
    return list4 !== "planned";
  }
  function roomOf(map, [low, high]) {
    const { x: x2, y: y2 } = map.latLngToLayerPoint(high).subtract(map.latLngToLayerPoint(low));
    return Math.abs(x2 * y2);
  }
  function isDragged(map) {
    return (
      /** @type {L.Handler & {moved(): boolean}} */
      map.dragging.moved()
    );
  }

  // src/map/shapes.js
  var LAYERS = {
    zones: { kind: "zone", id: "zone_id" },
    parks: { kind: "park", id: "park_id" },
    projects: { kind: "project", id: "project_id" }
  };
  function makeShapes(page) {
    const { layers } = page;
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
      const { name, note: note2 } = page.data.subjects[key];
      const box2 = document.createElement("div");
      box2.textContent = page.text(name) + (note2 && page.text(note2) ? ` · ${page.text(note2)}` : "");
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
        var _a, _b;
        for (const shape of shapesOf2("zones")) {
          shape.setStyle({ stroke: false, fill: true, fillOpacity: 0, fillColor: "#000" });
          (_a = shape.getElement()) == null ? void 0 : _a.setAttribute("tabindex", "-1");
        }
        for (const { key } of [...page.data.zones].sort((a2, b) => a2.rank - b.rank)) (_b = byKey[key]) == null ? void 0 : _b.bringToFront();
      },
      /** The district is ground, which is painted: its shape is not seen, and the pointer goes through it. */
      layGround() {
        var _a;
        for (const shape of shapesOf2("district")) {
          shape.setStyle({ stroke: false, fill: false });
          (_a = shape.getElement()) == null ? void 0 : _a.classList.remove("leaflet-interactive");
        }
      }
    };
  }

  // src/map/sight.js
  var CONTROLS_PX = 52;
  var LEAST_SIGHT_PX = 60;
  var EDGE_PX4 = 6;
  function makeSight(page) {
    var _a;
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
      const key = byId("yz-key");
      const isOpen = (
        /** @type {HTMLDetailsElement} */
        byId("yz-legend").open
      );
      const isWide = map.getSize().x > 2 * key.offsetWidth;
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
      const left = Math.max(EDGE_PX4, Math.min(covered, size.x - Math.abs(high.x - low.x) - CONTROLS_PX));
      const spare = size.y - Math.abs(high.y - low.y) - 12;
      const bottom = left < covered ? Math.max(EDGE_PX4, Math.min(legendHeight(), spare)) : EDGE_PX4;
      map.fitBounds(data.bounds, {
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
    (_a = container.querySelector(".leaflet-control-zoom")) == null ? void 0 : _a.addEventListener("click", stray, true);
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

  // src/map/soft.js
  var AWAY_PX = 2e4;
  var FINEST_PX = 5;
  var REACH = 3;
  function trace(pen, rings, origin, scale) {
    pen.beginPath();
    for (const ring of rings) {
      ring.forEach(({ x: x2, y: y2 }, index) => {
        if (index) pen.lineTo((x2 - origin.x) * scale, (y2 - origin.y) * scale);
        else pen.moveTo((x2 - origin.x) * scale, (y2 - origin.y) * scale);
      });
      pen.closePath();
    }
  }
  function boxOf2(rings) {
    const box2 = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { x: x2, y: y2 } of rings.flat()) {
      box2.left = Math.min(box2.left, x2);
      box2.right = Math.max(box2.right, x2);
      box2.top = Math.min(box2.top, y2);
      box2.bottom = Math.max(box2.bottom, y2);
    }
    return box2;
  }
  function softened2(rings, sigma, colour, seen) {
    const frame = boxOf2(rings);
    const reach = REACH * sigma;
    const box2 = {
      left: Math.max(seen.left, frame.left - reach),
      top: Math.max(seen.top, frame.top - reach),
      right: Math.min(seen.right, frame.right + reach),
      bottom: Math.min(seen.bottom, frame.bottom + reach)
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
    const map = page.leaflet;
    const canvas = document.createElement("canvas");
    const pen = (
      /** @type {CanvasRenderingContext2D} */
      canvas.getContext("2d")
    );
    const district = shapes.shapesOf("district").map(({ feature }) => flat(feature.geometry));
    const zones = page.data.zones.flatMap((zone) => {
      const shape = shapes.byKey[zone.key];
      if (!shape) return [];
      return [{ zone, shape, ground: flat(shape.feature.geometry), isOuter: shape.base.fillOpacity === 0 }];
    });
    const lay = pin(map, canvas, { pane: "yz-zones", zIndex: 410, draw });
    function placed(ground) {
      const size = 256 * 2 ** map.getZoom();
      const { x: x2, y: y2 } = map.getPixelOrigin();
      return ground.map((ring) => ring.map((point) => ({ x: point.x * size - x2, y: point.y * size - y2 })));
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
      var _a;
      const { zone, ground } = drawn;
      const { colour, coats, isHatched } = lookOf(drawn);
      const rings = placed(ground);
      const sigma = zone.basis === "official" ? 0 : (zone.uncertainty_m || 0) / 1e3 * scale / 2;
      (_a = drawn.shape.getElement()) == null ? void 0 : _a.setAttribute("data-look", isHatched ? "hatched" : coats[0] < 0.1 ? "faint" : "full");
      if (sigma < LEAST_BLUR_PX) paintSharp(rings, colour, coats, isHatched);
      else paintSoft(rings, sigma, colour, coats, isHatched, seen);
    }
    function paintSharp(rings, colour, coats, isHatched) {
      trace(pen, rings, { x: 0, y: 0 }, 1);
      pen.fillStyle = isHatched && hatch(colour) || colour;
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
      brush.fillStyle = hatch(colour) || colour;
      brush.fillRect(0, 0, lined.width, lined.height);
      brush.globalCompositeOperation = "destination-in";
      brush.drawImage(mask, 0, 0, lined.width, lined.height);
      return lined;
    }
    function hatch(colour) {
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
      const points = zone.seeds.map(([lat, lon]) => map.latLngToLayerPoint([lat, lon]));
      pen.strokeStyle = page.theme.shade(zone.colour);
      pen.lineWidth = 1.3;
      pen.setLineDash([1.5, 3]);
      for (const [from, to] of spanningTree(points)) line(points[from], points[to]);
      if (map.getZoom() >= RING_ZOOM) {
        pen.setLineDash([2, 4]);
        pen.globalAlpha = 0.7;
        zone.seeds.forEach(([lat, , metres], index) => {
          pen.beginPath();
          pen.arc(points[index].x, points[index].y, metres / 1e3 * pxPerKm(map.getZoom(), lat), 0, 7);
          pen.stroke();
        });
      }
      pen.setLineDash([]);
      pen.globalAlpha = 1;
      pen.lineWidth = 2;
      for (const { x: x2, y: y2 } of points) {
        line({ x: x2 - CROSS_PX, y: y2 }, { x: x2 + CROSS_PX, y: y2 });
        line({ x: x2, y: y2 - CROSS_PX }, { x: x2, y: y2 + CROSS_PX });
      }
    }
    function line(from, to) {
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
        trace(pen, placed(district.flat()), { x: 0, y: 0 }, 1);
        pen.clip("evenodd");
      }
      const seen = { left: corner.x, top: corner.y, right: corner.x + size.x, bottom: corner.y + size.y };
      const scale = pxPerKm(map.getZoom(), map.getCenter().lat);
      for (const drawn of [...zones].sort((a2, b) => a2.zone.rank - b.zone.rank)) paint(drawn, seen, scale);
      pen.restore();
      for (const { zone } of zones) plant(zone);
    }
    return {
      lay,
      /** The frame of a zone in layer points. @param {Key} key */
      frame(key) {
        const drawn = zones.find(({ zone }) => zone.key === key);
        return drawn && boxOf2(placed(drawn.ground));
      }
    };
  }
  function flat(shape) {
    const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
    return parts.flat().map(
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
    const { leaflet: map, layers } = page;
    const shapes = makeShapes(page);
    const sight = makeSight(page);
    const zones = makeZones(page, shapes);
    const marks = makeMarks(page);
    const labels = makeLabels(page, shapes, zones, marks);
    const callout = makeCallout(page, marks);
    const halo = L.layerGroup().addTo(map);
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
      zones.lay();
      marks.lay();
      labels.forget();
      labels.arrange();
      callout.draw();
    }
    function toggle(name, on) {
      const layer = { uncertainty: circles }[name] || layers[name];
      if (!layer || DRAWN.includes(name) && name !== "zones" || map.hasLayer(layer) === on) return;
      if (on) map.addLayer(layer);
      else map.removeLayer(layer);
      if (on && name === "zones") shapes.hideOutlines();
      if (on && layers.district && map.hasLayer(layers.district)) layers.district.bringToBack();
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
      var _a;
      const { opened } = page.state;
      const geometry = isNew && ((_a = page.subject(opened)) == null ? void 0 : _a.geometry);
      const shape = isNew && opened && byKey[opened];
      if (geometry) travelToParcel(geometry);
      else if (shape) travelTo(shape);
      else if ((isNew || isOtherView) && sight.isAway()) sight.home();
    }
    function zoomed() {
      map.getContainer().classList.toggle("far", map.getZoom() < FAR_ZOOM);
      marks.redraw();
      labels.arrange();
      callout.draw();
    }
    function point(state, before) {
      marks.redraw();
      callout.draw();
      if ([state.hovered, before.hovered].some((key) => key == null ? void 0 : key.startsWith("zone:"))) zones.lay();
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
      /** Shows the state for the first time. */
      start() {
        for (const name of DRAWN) if (layers[name] && name !== "zones") map.removeLayer(layers[name]);
        for (const [name, on] of Object.entries(page.state.shown)) toggle(name, on);
        shapes.hideOutlines();
        map.on("zoomend", zoomed);
        sight.home();
        refresh();
        zoomed();
      },
      /** @param {State} state @param {State} before */
      follow(state, before) {
        for (const [name, on] of Object.entries(state.shown)) if (on !== before.shown[name]) toggle(name, on);
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
    sort: null
  };
  var NAMES = /^(view|rule|parcel|table|sort)$/;
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
    return hasOwn(CHOICES, name) || RANGES.some((range) => range === name);
  }
  function narrow(destination, name, raw, names) {
    const { state } = destination;
    if (!hasOwn(CHOICES, name)) {
      const range = readRange(decoded(raw));
      if (range) state.filter = { ...state.filter, [name]: range };
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
      const cut2 = state.opened.indexOf(":");
      parts.push(`${state.opened.slice(0, cut2)}=${encodeURIComponent(state.opened.slice(cut2 + 1))}`);
    }
    return `#${parts.join("&")}`;
  }

  // src/state/state.js
  var NO_SEARCH = { typed: "", hits: [], active: -1, total: 0, isFinished: true };
  var NO_MEASURE = { mode: null, isDone: false, points: [] };
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
      var _a;
      const state = { ...before, ...patch };
      if (!patch.isSliding && Object.keys(START).some((name) => name in patch)) {
        state.visits += 1;
        state.search = NO_SEARCH;
        if (!patch.notice && ((_a = before.notice) == null ? void 0 : _a.about) === "address") state.notice = null;
      }
      if (state.view !== "findings") state.rule = null;
      if (state.view !== "projects") Object.assign(state, { table: START.table, sort: START.sort });
      if (state.view !== before.view) {
        state.shown = shownIn(before.shown, layers[state.view]);
        state.folds = { ...before.folds, "yz-findings": state.view === "findings" };
        state.unfolded = {};
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
    let sum = 0;
    for (let i2 = 1; i2 < points.length; i2++) sum += distance(points[i2 - 1], points[i2]);
    return sum;
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
    const radius = A2 * Math.sqrt(pole / 2);
    const beta0 = Math.asin(authalic(lat0) / pole);
    const s0 = Math.sin(lat0);
    const stretch = A2 * Math.cos(lat0) / Math.sqrt(1 - E2 * s0 * s0) / (radius * Math.cos(beta0));
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
    return points.reduce((sum, point) => sum + point[part], 0) / points.length;
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
        const round2 = page.say("measured_round") + numbers.metres(length([...pairs, pairs[0]]));
        return page.say("measured_area") + km2 + numbers.mu(m2 / page.data.units.m2_per_mu) + round2;
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
    const map = page.leaflet;
    const container = map.getContainer();
    const control = new L.Control({ position: "bottomright" });
    const box2 = L.DomUtil.create("div", "yz-scale leaflet-control-scale");
    control.onAdd = () => box2;
    control.addTo(map);
    map.attributionControl.setPrefix(false);
    let attributed = "";
    function attribute() {
      if (attributed) map.attributionControl.removeAttribution(attributed);
      attributed = asHtml(page.credits(map.getSize().x < NARROW_PX && !page.state.printing));
      if (attributed) map.attributionControl.addAttribution(attributed);
      clear();
    }
    function clear() {
      var _a;
      const line = (_a = map.attributionControl.getContainer()) == null ? void 0 : _a.getBoundingClientRect();
      const key = byId("yz-key").getBoundingClientRect();
      const isUnder = line && key.width > 0 && line.left < key.right;
      byId("yz-stage").style.setProperty("--credits", `${isUnder ? line.height : 0}px`);
    }
    function measure() {
      const { metres, px, blocks } = scaleOf(1 / metresPerPixel(map));
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
    map.on("zoomend moveend", measure);
    map.on("resize", attribute);
    byId("yz-key").addEventListener("toggle", clear, true);
    return {
      draw,
      /** @param {State} state @param {State} before */
      follow(state, before) {
        if (state.lang !== before.lang || state.printing !== before.printing) draw();
        else if (state.basemap !== before.basemap) clear();
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

  // src/words/marks_texts.js
  var MARKS_TEXTS = {
    legend: { zh: "图层与图例", en: "Layers and legend" },
    legend_short: { zh: "图例", en: "Legend" },
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
    legend_neighbours: { zh: "邻区", en: "Neighbours" },
    legend_relief: { zh: "地形", en: "Relief" },
    parks_counted: { zh: "个园区", en: "parks" },
    and_places: { zh: "等 %d 地", en: " and others (%d)" },
    wanted_here: { zh: "此地", en: "Here" }
  };

  // src/words/table_texts.js
  var TABLE_TEXTS = {
    filter: { zh: "筛选", en: "Filter" },
    filtered: { zh: "筛选：", en: "Filtered: " },
    clear: { zh: "清除", en: "Clear" },
    filter_zones: { zh: "片区", en: "zone" },
    filter_classes: { zh: "类别", en: "class" },
    filter_lists: { zh: "清单", en: "list" },
    filter_towns: { zh: "镇街", en: "town" },
    filter_evidence: { zh: "位置依据", en: "place known by" },
    filter_severities: { zh: "程度", en: "severity" },
    filter_investment: { zh: "投资", en: "investment" },
    filter_land: { zh: "用地", en: "land" },
    filter_ratio: { zh: "容积率", en: "floor area ratio" },
    unit_investment: { zh: " 亿元", en: " (100 m yuan)" },
    unit_land: { zh: " 亩", en: " mu" },
    unit_ratio: { zh: "", en: "" },
    unstated: { zh: "未载", en: "not stated" },
    place_unstated: { zh: "未载地点", en: "no place stated" },
    stated_only: { zh: "只看已载", en: "stated only" },
    with_unstated: { zh: "含未载", en: "with those not stated" },
    up_to: { zh: "%d 以下", en: "up to %d" },
    from_on: { zh: "%d 以上", en: "%d and more" },
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
  var TEXTS = { ...VIEW_TEXTS, ...TOOL_TEXTS, ...TABLE_TEXTS, ...MARKS_TEXTS, ...GROUND_TEXTS };

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
    const parcels2 = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
      keep(key, subject, false);
      page.open(key);
    });
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
    const isOn = () => page.leaflet.hasLayer(parcels2.layer);
    return {
      /** Finds a parcel by its number; says whether there is one. @param {string} id */
      async find(id) {
        const subject = await parcels2.select(id);
        if (subject) keep(`parcel:${id}`, subject, true);
        return subject !== null;
      },
      search: parcels2.search,
      /** In the colours of the theme, or of paper. */
      recolour: () => parcels2.recolour(page.theme.tint),
      /** Puts the legend into a row of the page's. @param {HTMLElement | null} row */
      putLegend(row) {
        if (!row) return;
        row.textContent = "";
        row.appendChild(parcels2.legend());
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
      return [...data.zones.map((zone) => zone.zone_id), ...[OUTSIDE, UNLOCATED].filter((one) => found.has(one))];
    if (name === "classes") return data.classes.map((group2) => group2.name.zh);
    const order = name === "evidence" ? EVIDENCE : name === "lists" ? ["under_construction", "planned"] : [];
    const rest = [...found].filter((value) => !order.includes(value));
    return [
      ...order.filter((value) => found.has(value)),
      ...rest.filter((one) => !one.startsWith("~")),
      ...rest.filter((one) => one.startsWith("~"))
    ];
  }
  function nameOf(page, name, value) {
    var _a, _b;
    const { data } = page;
    if (value === UNSTATED) return page.say("unstated");
    if (value === UNLOCATED) return page.say("place_unstated");
    if (value === OUTSIDE) return page.say("outside_zones");
    if (name === "zones") return page.text(((_a = data.zones.find((zone) => zone.zone_id === value)) == null ? void 0 : _a.shortest) || data.title);
    if (name === "classes") return page.text(((_b = data.classes.find((group2) => group2.name.zh === value)) == null ? void 0 : _b.name) || data.title);
    if (name === "towns") return page.text(data.place_names[value]);
    if (name === "severities") return page.text(data.severities[
      /** @type {Severity} */
      value
    ]);
    return hasOwn(data.downloads.words, value) ? page.text(data.downloads.words[value]) : value;
  }
  function rangeName(page, { from, to, unstated }) {
    const { grouped: grouped2 } = page.numbers;
    const kept = unstated ? page.bracketed(page.say("with_unstated")) : "";
    if (from === null && to === null) return page.say("stated_only");
    if (from === null) return page.say("up_to").replace("%d", grouped2(to || 0)) + kept;
    if (to === null) return page.say("from_on").replace("%d", grouped2(from)) + kept;
    return `${grouped2(from)}–${grouped2(to)}${kept}`;
  }
  function words(page) {
    const { filter } = page.state;
    const isChinese = page.lang === "zh";
    const chosen = Object.values(CHOICES).map((name) => {
      if (!filter[name].length) return "";
      const names = filter[name].map((value) => nameOf(page, name, value));
      return `${page.say(`filter_${name}`)} ${names.join(isChinese ? "、" : ", ")}`;
    });
    const between = RANGES.map((name) => {
      const range = filter[name];
      return range ? `${page.say(`filter_${name}`)} ${rangeName(page, range)}${page.say(`unit_${name}`)}` : "";
    });
    return [...chosen, ...between].filter(Boolean).join(page.semicolon());
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
  var DRAWN2 = ["zone", "park", "project"];
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
      if (!opened || !subject) return page.view.keys ? page.view.keys() : keysOf2(KINDS_OF_VIEW[view] || DRAWN2);
      const { kind, projects: projects2 = [], zones = [] } = subject;
      if (kind === "zone") {
        return [opened, ...keysOf2(["park", "project"]).filter((key) => `zone:${data.subjects[key].zone_id}` === opened)];
      }
      if (kind === "owner") return projects2;
      if (kind === "industry") return [opened, ...zones.map((zoneId) => `zone:${zoneId}`)];
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
      var _a;
      const shape = ((_a = page.map.byKey[key]) == null ? void 0 : _a.feature.geometry) || subjectOf2(key).geometry;
      return shape ? placeInside(shape).map((value) => Math.round(value * 1e6) / 1e6) : ["", ""];
    }
    function geojson() {
      const features = selection().map(
        (key) => JSON.stringify({
          type: "Feature",
          properties: { layer: LAYERS2[subjectOf2(key).kind], ...properties(key) },
          geometry: geometry(key)
        })
      );
      return `{"type": "FeatureCollection", "features": [
${features.join(",\n")}
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
  function entry(drawing, words2) {
    return html`<li>
    <svg width="30" height=${ROW_PX} viewBox=${`0 0 30 ${ROW_PX}`} aria-hidden="true">${drawing}</svg><span>${words2}</span>
  </li>`;
  }
  function disc(more2, words2) {
    const attributes = { cx: 15, cy: 8, r: 6, class: "sign none", ...more2 };
    return entry(html`<circle ...${attributes} />`, words2);
  }
  var newLand = (page) => disc({ class: "sign" }, page.say("legend_new_land"));
  function hatched(page) {
    const strokes = [5, 11, 17, 23].map((x2) => `M${x2 - 4} 14l12-12`).join("");
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
  var COPIED = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "opacity",
    "font-size",
    "font-weight",
    "font-family",
    "text-anchor"
  ];
  var STYLED = "path, rect, circle, ellipse, line, text";
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
      write(words2, x2, y2, size, { isBold = false, colour = ink } = {}) {
        setFont(size, isBold);
        canvas.fillStyle = colour;
        canvas.fillText(words2, x2, y2);
      },
      /** A text in lines of the font that is set. @param {string} text @param {number} width */
      wrap: (text, width) => wrapped(text, (line) => canvas.measureText(line).width > width),
      /** @param {SVGSVGElement} svg @param {number} x @param {number} y @param {number} width @param {number} height */
      async draw(svg, x2, y2, width, height) {
        canvas.drawImage(await imageOf(svg, width, height), x2, y2, width, height);
      },
      /** A line from point to point. @param {[number, number][]} points */
      trace(points) {
        canvas.beginPath();
        for (const [x2, y2] of points) canvas.lineTo(x2, y2);
      }
    };
  }
  function imageOf(svg, width, height) {
    const copy = (
      /** @type {SVGSVGElement} */
      svg.cloneNode(true)
    );
    const to = copy.querySelectorAll(STYLED);
    svg.querySelectorAll(STYLED).forEach((from, i2) => {
      if (from.closest("pattern")) return;
      const style = getComputedStyle(from);
      for (const name of COPIED) to[i2].style.setProperty(name, style.getPropertyValue(name));
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

  // src/outputs/picture_labels.js
  var LINE_SHARE = 0.78;
  var MOST_LINES = 2;
  function drawLabels(page, pen, container) {
    const labels = container.querySelectorAll(".map-label");
    for (const label of labels) {
      if (label.style.visibility === "hidden") continue;
      const lines = label.querySelectorAll(":scope > span");
      for (const line of lines) drawLine(page, pen, line);
    }
  }
  function drawLine(page, pen, span) {
    const style = getComputedStyle(span);
    if (style.display === "none") return;
    const { canvas } = pen;
    const frame = span.getBoundingClientRect();
    const flag = (
      /** @type {HTMLElement | null} */
      span.querySelector(".flag")
    );
    const words2 = [...span.childNodes].filter((node) => node !== flag).map((node) => node.textContent);
    pen.setFont(parseFloat(style.fontSize), Number(style.fontWeight) > 500);
    const wrapped2 = pen.wrap(words2.join("").trim(), frame.width + 1);
    const lines = wrapped2.slice(0, MOST_LINES);
    if (wrapped2.length > MOST_LINES) lines[MOST_LINES - 1] += "…";
    const height = frame.height / lines.length;
    const align = flag ? "left" : style.textAlign;
    const x2 = { right: frame.right, left: frame.left }[align] ?? frame.left + frame.width / 2;
    canvas.textAlign = align === "left" || align === "right" ? align : "center";
    canvas.lineWidth = 3;
    canvas.lineJoin = "round";
    canvas.strokeStyle = page.theme.variable("--halo");
    canvas.fillStyle = style.color;
    lines.forEach((line, index) => {
      const y2 = frame.top + (index + LINE_SHARE) * height;
      canvas.strokeText(line, x2, y2);
      canvas.fillText(line, x2, y2);
    });
    canvas.textAlign = "left";
    if (flag) drawFlag(page, pen, flag);
  }
  function drawFlag(page, { canvas, setFont }, flag) {
    const { left, top, width, height } = flag.getBoundingClientRect();
    canvas.fillStyle = page.theme.variable("--finding");
    canvas.fillRect(left, top, width, height);
    canvas.fillStyle = page.theme.variable("--on-finding");
    setFont(parseFloat(getComputedStyle(flag).fontSize), true);
    canvas.textAlign = "center";
    canvas.fillText(flag.textContent || "", left + width / 2, top + LINE_SHARE * height);
    canvas.textAlign = "left";
  }

  // src/outputs/picture_legend.js
  var LEGEND_PX = 230;
  var WORDS_X = 38;
  var LINE_PX2 = 16;
  var GAP_PX = 6;
  var SIZES_GAP_PX = 10;
  async function drawLegend(page, pen, x2, y2) {
    const entries = [...byId("yz-legend").querySelectorAll("li")].filter(
      (entry2) => !entry2.querySelector("li") && !entry2.closest("#yz-more, .off, .sizes")
    );
    const sizes2 = byId("yz-legend").querySelector(".sizes");
    let at = y2 + 14;
    pen.write(page.say("legend_short"), x2, y2, 13, { isBold: true });
    for (const entry2 of entries) {
      at += await drawEntry(pen, entry2, x2, at);
      if (sizes2 && entry2.nextElementSibling === null && entry2.parentElement === sizes2.previousElementSibling) {
        at += await drawSizes(pen, sizes2, x2, at);
      }
    }
  }
  function wordsOf(entry2) {
    const words2 = entry2.querySelector(".words") || entry2.lastChild;
    if (!(words2 instanceof Element)) return [(words2 == null ? void 0 : words2.textContent) || ""];
    const notes = [...words2.querySelectorAll("small")].map((note2) => note2.textContent || "");
    const name = [...words2.childNodes].filter((node) => !(node instanceof Element && node.matches("small")));
    return [name.map((node) => node.textContent).join(""), ...notes];
  }
  async function drawEntry(pen, entry2, x2, y2) {
    const icon2 = entry2.querySelector("svg");
    const swatch = entry2.querySelector(".swatch");
    const height = icon2 ? Number(icon2.getAttribute("height")) : LINE_PX2;
    pen.setFont(12, false);
    const lines = wordsOf(entry2).flatMap((words2) => pen.wrap(words2.trim(), LEGEND_PX - WORDS_X - 2));
    lines.forEach((line, index) => {
      pen.write(line, x2 + WORDS_X, y2 + 13 + LINE_PX2 * index, 12);
    });
    if (swatch) {
      pen.canvas.fillStyle = swatch.style.background;
      pen.canvas.fillRect(x2 + 9, y2 + 3, 12, 12);
    }
    if (icon2) await pen.draw(icon2, x2, y2, Number(icon2.getAttribute("width")), height);
    return Math.max(LINE_PX2 * lines.length, height) + GAP_PX;
  }
  async function drawSizes(pen, sizes2, x2, y2) {
    var _a;
    let left = x2;
    let highest = 0;
    for (const entry2 of sizes2.children) {
      const icon2 = (
        /** @type {SVGSVGElement} */
        entry2.querySelector("svg")
      );
      const [width, height] = ["width", "height"].map((name) => Number(icon2.getAttribute(name)));
      const words2 = ((_a = entry2.querySelector("span")) == null ? void 0 : _a.textContent) || "";
      await pen.draw(icon2, left, y2, width, height);
      pen.write(words2, left + width, y2 + height - 3, 12);
      left += width + pen.canvas.measureText(words2).width + SIZES_GAP_PX;
      highest = Math.max(highest, height);
    }
    return highest + GAP_PX;
  }

  // src/outputs/picture.js
  var SCALE = 2;
  var MARGIN2 = 24;
  var HEAD_PX = 64;
  var FOOT_PX = 40;
  var LEAST_MAP_PX2 = 420;
  function makePicture(page) {
    const map = page.leaflet;
    const container = map.getContainer();
    function drawings() {
      const panes = [...container.querySelectorAll(".leaflet-map-pane > .leaflet-pane")];
      const height = (pane) => Number(getComputedStyle(pane).zIndex) || 0;
      panes.sort((a2, b) => height(a2) - height(b));
      return panes.flatMap((pane) => [...pane.querySelectorAll("canvas, :scope > svg")]);
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
      const [x2, y2] = [left - 26, top - 22];
      pen.trace([[x2 + 6, y2], [x2 + 11, y2 + 19], [x2 + 6, y2 + 15], [x2 + 1, y2 + 19]]);
      pen.canvas.fillStyle = pen.ink;
      pen.canvas.fill();
      pen.write(page.say("north"), x2, y2 + 32, 11);
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
      drawLabels(page, pen, container);
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
      canvas.restore();
      canvas.strokeStyle = page.theme.variable("--hair");
      canvas.strokeRect(MARGIN2, HEAD_PX, size.x, size.y);
    }
    function sources2() {
      const { plan_version, yzgeo } = page.data.sources;
      const parts = [page.credits(), page.say("plan_version") + plan_version, `yzgeo ${yzgeo}`];
      if (page.state.basemap.name) parts.push(page.say("no_tiles_in_picture"));
      return parts.filter(Boolean).join(" · ");
    }
    async function draw() {
      const size = map.getSize();
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
    function choice(name, save2) {
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
      ${choice("download_geojson", page.download.saveGeojson)}${choice("download_csv", page.download.saveCsv)}${cancel(page)}
    </div>`;
  }
  function cancel(page) {
    return html`<button type="button" onClick=${() => close(page)}>${page.say("cancel")}</button>`;
  }
  function close(page) {
    page.store.change({ dialog: null });
  }

  // src/parts/findings.js
  var SEVERITIES2 = ["error", "warning", "info"];
  var findings = {
    id: "yz-findings",
    attributes: (page) => ({
      open: page.state.folds["yz-findings"] || Boolean(page.state.printing && page.state.view === "findings")
    }),
    content(page) {
      const total = page.data.rules.reduce((sum, rule) => sum + rule.count, 0);
      const flagged = page.data.rules.filter((rule) => rule.count);
      const others = page.data.rules.filter((rule) => !rule.count);
      return html`<summary>${`${page.say("findings")} ${page.numbers.grouped(total)}`}</summary>
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
    const toggle = () => page.store.change({ rule: isOpen ? null : rule.rule, view: "findings" });
    return html`<div key=${rule.rule} class=${classes("rule", isOpen && "open")}>
    <button type="button" class="rule-row" aria-expanded=${String(isOpen)} data-rule=${rule.rule} onClick=${toggle}>
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

  // src/parts/hands.js
  var MEASURES = ["length", "area"];
  function toggleFullScreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    Promise.resolve(done).catch(() => {
    });
  }
  function hand(name, sign2, words2, act, isPressed) {
    const pressed = isPressed === void 0 ? void 0 : String(isPressed);
    return html`<button key=${name} type="button" data-tool=${name} aria-pressed=${pressed} onClick=${act}>${icon(sign2)}<span>${words2}</span></button>`;
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
        unlocated_projects ? `${page.say("unlocated")} ${unlocated_projects}` : "",
        page.say("printed_on") + today(),
        `yzgeo ${yzgeo}`
      ];
      return parts.filter(Boolean).map((part) => html`<span>${part}</span>`);
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
  function keyForm(page, isHidden) {
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
    return html`<form class="key-form" hidden=${isHidden} onSubmit=${submit}>
    <label>${page.say("tianditu_key")}<input type="text" autocomplete="off" id="yz-tianditu-key" value=${page.state.basemap.key} /></label>
    <button type="submit">${page.say("use_key")}</button>
    <p class="meta">${page.say("tianditu_note")}</p>
  </form>`;
  }

  // src/elements/layer_signs.js
  var WIDTH = 26;
  var HEIGHT = 18;
  var GAP_PX2 = 8;
  var LEAST_WORDS_PX = 15;
  var DRAWINGS = {
    zones(page) {
      const zone = page.data.zones[0];
      const style = { fill: page.theme.tint(zone.colour) };
      if (page.data.bases.includes("official") && !page.data.bases.includes("schematic")) {
        const line = { ...style, "fill-opacity": 0.5, stroke: page.theme.tint(zone.colour), "stroke-width": 1.5 };
        return html`<rect x="2" y="2" width="22" height="14" style=${line} />`;
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
      const width = Math.max(2 * r2, LEAST_WORDS_PX) + GAP_PX2;
      return html`<li><svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true"><circle
      class="sign none" cx=${width / 2} cy=${height - r2 - 1.5} r=${r2} /></svg><span>${words2[index]}</span></li>`;
    })}</ul>`;
  }
  function withoutUnits(words2) {
    const parts = words2.map((one) => /^([\d.,]+) (.*)$/.exec(one));
    const isOne = parts.every((part) => {
      var _a;
      return part && part[2] === ((_a = parts[0]) == null ? void 0 : _a[2]);
    });
    return words2.map((one, index) => {
      var _a;
      return isOne && index < words2.length - 1 ? (_a = parts[index]) == null ? void 0 : _a[1] : one;
    });
  }

  // src/parts/legend.js
  var PLAN = [
    ["zones", zoneWords],
    ["projects", projectWords]
  ];
  var SMALL = ["parks", "findings", "parcels", "water", "rail", "roads", "towns", "neighbours", "relief"];
  var legend = {
    id: "yz-legend",
    attributes: (page) => ({ open: page.state.folds["yz-legend"] || page.state.printing !== null }),
    content: (page) => html`<summary>${page.say("legend")}</summary>
    <div id="yz-layers">
      <ul class="rows">${PLAN.filter(([name]) => has(page, name)).map(([name, words2]) => wide(page, name, words2(page)))}</ul>
      ${page.state.shown.projects && has(page, "projects") ? sizes(page) : null}
      <ul class="rows small">${SMALL.filter((name) => has(page, name)).map((name) => small(page, name))}</ul>
      ${page.state.printing ? null : fold(page, "yz-more", page.say("more_layers"), more(page))}
    </div>
    <ul class="signs" key=${page.state.view}>${[...page.view.legend(), ...ofState(page)].filter(Boolean)}</ul>`
  };
  function countOf({ data, map }, name) {
    if (name === "zones") return data.zones.filter(({ key }) => map.byKey[key]).length;
    if (name === "projects") return data.projects.filter(({ located }) => located).length;
    if (name === "parks") return new Set(data.sites.flatMap(({ parks: parks2 }) => parks2)).size;
    if (name === "findings") return data.rules.reduce((sum, { flagged }) => sum + flagged, 0);
    return null;
  }
  function has(page, name) {
    return name in page.state.shown && countOf(page, name) !== 0;
  }
  function zoneWords(page) {
    const { bases } = page.data;
    const [soft, sharp] = [bases.includes("schematic"), bases.includes("official")];
    return [page.say(soft && sharp ? "legend_both" : soft ? "legend_soft" : "legend_sharp")];
  }
  function projectWords(page) {
    const isWeak = page.data.sites.some(({ projects: projects2 }) => projects2.some(({ weak }) => weak));
    return [isWeak ? page.say("legend_weak") : "", isNarrowed(page.state) ? page.say("legend_ghost") : ""].filter(
      Boolean
    );
  }
  function nameOf2(page, name) {
    if (name === "projects" && !page.data.projects.some(({ list: list4 }) => list4 === "planned")) {
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
    <span class="words">${nameOf2(page, name)}${words2.map((line) => html`<small>${line}</small>`)}</span>
    <span class="number">${countOf(page, name)}</span></label></li>`;
  }
  function small(page, name) {
    const count = countOf(page, name);
    const words2 = count === null ? nameOf2(page, name) : `${nameOf2(page, name)} ${count}`;
    return html`<li key=${name} class=${page.state.shown[name] ? "on" : "off"}><label>${box(page, name)}${sign(page, name)}
    <span class="words">${words2}</span></label></li>`;
  }
  function more(page) {
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
  function bar2(parts, most, { name = "", mark } = {}) {
    let x2 = 0;
    const rects = parts.map((part) => {
      const width = most ? 100 * part.value / most : 0;
      const from = x2;
      x2 += width;
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
      for (const [x2, y2] of points) {
        const word = `${((x2 - west) * shrink * scale).toFixed(1)} ${((north2 - y2) * scale).toFixed(1)}`;
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
    const { height, zones, district } = outlines(page);
    const outlined = page.data.zones.filter((zone) => zones[zone.zone_id]);
    return html`<svg class="stamp" viewBox=${`-1 -1 102 ${height + 2}`} ...${naming(name)}>
    <path d=${district} class="district" />
    ${outlined.map(({ zone_id, colour }) => {
      const leads = zoneIds.includes(zone_id);
      const fill = isShared ? `url(#yz-hatch-${zone_id})` : colour;
      return html`<path key=${zone_id} d=${zones[zone_id]} class=${classes(leads ? "leads" : "other")}
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
    ${cells.map((cell3, index) => {
      const column = index && columns[index] ? page.text(columns[index]) : void 0;
      return html`<td class=${index ? void 0 : "first"} data-column=${column}>
        ${cellContent(page, cell3)}${!index && sources2.length ? chips(page, sources2) : null}
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
  function kindAndNote(page, { kind, note: note2 }) {
    const kindName = page.text(page.data.kinds[kind]);
    return [kindName, note2 ? page.text(note2) : ""].filter(Boolean).join(" · ");
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
      const zones = subject.zones || [];
      const chart = zones.length ? stamp(page, zones, zones.length > 1, page.text(subject.name)) : null;
      return [reasons, chart, tables, blocks];
    }
    return [reasons, blocks, tables];
  }
  function why(page, key) {
    const reasons = findingsOf(page, key);
    if (!reasons.length) return null;
    const flags = flagsOf(page, key);
    const rest = reasons.filter((finding) => !isGrave(finding)).length;
    return html`<h3>${page.say("why_flagged")}${flags ? html` <span class="flag">${`⚑ ${flags}`}</span>` : null}${rest ? html` <span class="meta">${`${page.text(page.data.severities.info)} ${rest}`}</span>` : null}</h3>
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
      const { kind, name, note: note2 } = page.data.subjects[key];
      return { key, name, note: kind === "project" && note2 ? page.text(note2) : "", parcel: null };
    }
    function show(all, isFinished) {
      var _a;
      const { search: search2 } = page.state;
      const activeKey = (_a = search2.hits[search2.active]) == null ? void 0 : _a.key;
      const hits = all.slice(0, MOST);
      const again = hits.findIndex((hit) => hit.key === activeKey);
      const active = hits.length ? Math.max(0, again) : -1;
      page.store.change({ search: { typed: input.value.trim(), hits, active, total: all.length, isFinished } });
    }
    async function addParcels(query2, named2, parcels2) {
      const thisTurn = turn;
      const parcelHits = await parcels2.search(query2, MOST_PARCELS, () => thisTurn !== turn);
      if (!parcelHits || thisTurn !== turn) return;
      const hits = (begins) => parcelHits.filter((one) => one.begins === begins).map(({ id, note: note2 }) => {
        return { key: `parcel:${id}`, name: { zh: id, en: id }, note: page.text(note2), parcel: id };
      });
      show([...hits(true), ...named2, ...hits(false)], true);
    }
    function search() {
      const query2 = folded(input.value.trim());
      const named2 = find(input.value, page.data.subjects, page.data.order).map(hitOf);
      const parcels2 = query2 ? page.parcels : null;
      turn += 1;
      clearTimeout(timer);
      show(named2, !parcels2);
      if (parcels2) timer = window.setTimeout(() => addParcels(query2, named2, parcels2), PAUSE_MS);
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
      const { typed, hits, total, isFinished } = page.state.search;
      if (typed && !hits.length && isFinished) return page.say("nothing_found");
      return total > MOST ? `${page.say("more_hits")} ${total}` : "";
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
    return html`<ul>${lines.map((line) => html`<li><span>${line}</span></li>`)}</ul>`;
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
  function tool(name, sign2, words2, act, isSign) {
    const label = isSign ? words2 : void 0;
    return html`<button key=${name} type="button" class="button tool" data-tool=${name} aria-label=${label} title=${label} onClick=${act}>
    ${icon(sign2)}${isSign ? null : html`<span class="words">${words2}</span>`}
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
  function drawLegend2(page) {
    drawPart(page, legend);
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

  // src/table/kinds.js
  var TABLES = {
    projects: "table_projects",
    parks: "table_parks",
    targets: "table_targets",
    findings: "table_findings",
    zones: "table_zones",
    parcels: "table_parcels"
  };

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
      const named2 = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value;
      const words2 = { zh: `${text.zh}${kind.zh} ${named2}`, en: `${text.en}${kind.en} ${named2}` };
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

  // src/views/findings.js
  function findings2(page) {
    return {
      title: { zh: "检查发现", en: "Findings" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, findings: true },
      narrowed() {
        const rule = ruleNamed(page, page.state.rule);
        return rule ? page.text(rule.title) : "";
      },
      list: () => null,
      legend: () => [narrowed(page), ...kinds(page)],
      style: (key, subject) => subject.kind === "project" && !flagsShown(page, key) ? { opacity: 0.3 } : null,
      label: () => ""
    };
  }

  // src/elements/matrix.js
  function matrix(page) {
    const { data } = page;
    const zones = data.zones.map(({ key, zone_id, colour, shortest, short }) => {
      return { key, id: zone_id, colour, name: page.text(data.zone_kinds.length ? short : shortest) };
    });
    const industries2 = data.industries.map(({ key }) => ({ key, id: key, name: page.text(data.subjects[key].name) }));
    const cells = /* @__PURE__ */ new Map();
    for (const { key, zones: listed } of data.industries) {
      for (const one of listed) cells.set(`${key} ${one.zone_id}`, one);
    }
    const isLong = zones.length > industries2.length;
    const [rows, columns] = isLong ? [zones, industries2] : [industries2, zones];
    const listedIn = (row, column) => cells.get(isLong ? `${column.id} ${row.id}` : `${row.id} ${column.id}`);
    return html`<div class="matrix" role="region" tabindex="0" aria-label=${page.say("matrix")}><table>
    <thead><tr><td></td>${columns.map((column) => head3(page, column))}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr key=${row.key} class=${classes("row", page.state.opened === row.key && "open")}
        onClick=${() => page.open(row.key)}>
        <th scope="row">${named(page, row)}</th>
        ${columns.map((column) => cell2(page, listedIn(row, column), (isLong ? row : column).colour || ""))}
      </tr>`
    )}</tbody>
  </table></div>`;
  }
  function head3(page, column) {
    return html`<th scope="col" key=${column.key} onClick=${() => page.open(column.key)}>${named(page, column)}</th>`;
  }
  function named(page, { key, name }) {
    return html`<button type="button" title=${page.text(page.data.subjects[key].name)}>${name}</button>`;
  }
  var SIDE = 16;
  function cell2(page, listed, fill) {
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
  var MOST_NAMED2 = 4;
  function industries(page) {
    const { data } = page;
    if (!data.industries.length && !data.order.industry) return null;
    function picked() {
      var _a;
      return ((_a = page.subject(page.state.opened)) == null ? void 0 : _a.zones) || null;
    }
    function shortName(zoneId) {
      const zone = data.zones.find((one) => one.zone_id === zoneId);
      return zone ? page.text(zone.shortest) : zoneId;
    }
    function stampButton({ key, zones }) {
      const zoneIds = zones.map((zone) => zone.zone_id);
      const isShared = zones.length > 1;
      return html`<button key=${key} type="button" class=${classes("stamp-button", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      ${data.bases.length ? stamp(page, zoneIds, isShared, "") : null}
      <span class="name">${page.text(data.subjects[key].name)}</span>
      <span class="meta">${isShared ? `${zones.length} ${page.say("zones_lead")}` : shortName(zoneIds[0])}</span>
    </button>`;
    }
    function stamps(title, shown) {
      if (!shown.length) return null;
      return html`<h2>${counted(page.say(title), shown.length)}</h2>
      <div class="stamps">${shown.map(stampButton)}</div>`;
    }
    function others() {
      const keys = (data.order.industry || []).filter((key) => {
        var _a;
        return !((_a = data.subjects[key].zones) == null ? void 0 : _a.length);
      });
      if (!keys.length) return null;
      const title = counted(page.say("industries_prose"), keys.length);
      return fold(page, "yz-other-industries", title, linkList(page, keys));
    }
    return {
      title: { zh: "产业", en: "Industries" },
      layout: "map",
      layers: { zones: true, parks: false, projects: false, findings: false },
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
        if (names.length <= MOST_NAMED2) return names;
        return [...names.slice(0, MOST_NAMED2 - 1), page.say("and_so_on").replace("%d", String(names.length))];
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
    const figure = page.numbers.mu(target_mu);
    return figureRow({ name: page.say("target"), figure, chart, open: () => page.open(target_key) });
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
  var MU_LIKE_1 = 10;
  function land(page) {
    const { data, numbers } = page;
    const figures = data.land;
    const hasUsable = figures.zones.some((row) => row.usable_km2 !== null);
    const wantsLand = data.projects.some((project) => project.new_land_mu !== null);
    const reuses = figures.identified_keys.length > 0 || figures.silent_keys.length > 0;
    const recovers = figures.target_mu !== null || figures.recovered_mu !== null || reuses;
    if (!hasUsable && !wantsLand && !recovers) return null;
    function bars(column, print, extra) {
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
      const figure = value === null ? "—" : numbers.mu(value);
      return html`${figureRow({ name: page.say("identified_in_plan"), figure, chart })}
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
      ${bars("new_land_mu", numbers.mu, elsewhere)}
      <p class="meta">${page.say("new_land_note")}</p>`;
    }
    return {
      title: { zh: "土地", en: "Land" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, findings: false },
      list: () => html`${recovers ? html`<h2>${page.say("recovery")}</h2>${recovery(page)}${identified()}` : null}
      ${hasUsable ? html`<h2>${page.say("usable")}</h2>${bars("usable_km2", numbers.km2, [])}` : null}
      ${newLand2()}`,
      legend: () => [...kinds(page), wantsLand && newLand(page)],
      style: (_key, subject) => subject.kind === "zone" ? { fillOpacity: 0.7 } : null,
      mark: ({ reuses_land, new_land_mu }) => new_land_mu || reuses_land ? (new_land_mu || 0) / MU_LIKE_1 : null,
      sum: (projects2) => numbers.mu(projects2.reduce((sum, { new_land_mu }) => sum + (new_land_mu || 0), 0)),
      amount: (value) => numbers.mu(value * MU_LIKE_1),
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
  function parks(page) {
    const { subjects } = page.data;
    const keys = keysOf(page, "park");
    if (!keys.length) return null;
    function zoneName(key) {
      const zone = subjects[`zone:${subjects[key].zone_id}`];
      return zone ? page.text(zone.name) : "";
    }
    const content = PARK_LISTS.map((title) => {
      const listed = keys.filter((key) => `listed_${subjects[key].listed_in}` === title);
      if (!listed.length) return null;
      return html`<h3>${counted(page.say(title), listed.length)}</h3>${linkList(page, listed, zoneName)}`;
    });
    return fold(page, "yz-parks", counted(page.say("parks"), keys.length), content, true);
  }
  function unlocated(page) {
    const { subjects } = page.data;
    const lost = (kind) => keysOf(page, kind).filter((key) => subjects[key].unlocated);
    const noteOf = (key) => page.text(subjects[key].note || { zh: "", en: "" });
    const projects2 = lost("project");
    const gone = lost("park");
    if (!projects2.length && !gone.length) return null;
    const content = html`<p class="meta">${page.say("unlocated_note")}</p>
    ${linkList(page, projects2, noteOf)}
    ${gone.length && projects2.length ? html`<h3>${counted(page.say("unlocated_parks"), gone.length)}</h3>` : null}
    ${linkList(page, gone, noteOf)}`;
    const title = projects2.length ? counted(page.say("unlocated"), projects2.length) : counted(page.say("unlocated_parks"), gone.length);
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
    function listed(kind, note2) {
      const keys = data.order[kind] || [];
      if (!keys.length) return null;
      const title = (
        /** @type {TextKey} */
        `${kind}s`
      );
      return fold(page, `yz-${kind}s`, counted(page.say(title), keys.length), linkList(page, keys, note2));
    }
    const noteOf = (key) => page.text(data.subjects[key].note || { zh: "", en: "" });
    return {
      title: { zh: "总览", en: "Overview" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, findings: false },
      list: () => html`${totals()}
      ${missing()}
      ${data.zones.length ? html`<h2>${page.say("zones")}</h2>` : null}
      ${data.zones.map(zoneRow)}
      ${unlocated(page)}
      ${parks(page)}
      ${listed("target", noteOf)}
      ${listed("owner", noteOf)}
      ${listed("cluster")}`,
      legend: () => kinds(page),
      style: () => null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/views/parcels.js
  function parcels(page) {
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
      layers: { zones: true, parks: false, projects: false, findings: false, parcels: true },
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
          var _a;
          return (_a = page.parcels) == null ? void 0 : _a.putLegend(row);
        }}></li>`,
        ...kinds(page)
      ],
      style: (_key, subject) => subject.kind === "zone" ? { fillOpacity: 0.25 } : null,
      label: (zone) => page.text(zone.area)
    };
  }

  // src/views/projects.js
  var REST = "var(--ink3)";
  function projects(page) {
    const { data } = page;
    if (!data.projects.length) return null;
    const groups = new Map(data.classes.map((group2) => [group2.name.zh, group2]));
    const byKey = new Map(data.projects.map((project) => [project.key, project]));
    function className(name) {
      const group2 = groups.get(name);
      return group2 ? page.text(group2.name) : name;
    }
    const colour = (project) => page.theme.variable(project.class ? "--ink" : "--ink3");
    function classRow(group2, most) {
      const name = group2.name.zh;
      const isChosen = page.state.filter.classes.includes(name);
      const fill = REST;
      const content = html`<span class="name">
        ${dot(fill)}<span class="grow">${page.text(group2.name)}</span>
        <span class="figure">${page.numbers.money(group2.investment)}</span>
      </span>
      ${bar2([{ value: group2.investment || 0, colour: fill }], most)}
      <span class="meta">${[page.numbers.projects(group2.count), page.text(group2.beside)].filter(Boolean).join(page.lang === "zh" ? "，" : ", ")}</span>`;
      const attributes = {
        key: name,
        "data-row": name,
        "aria-pressed": String(isChosen),
        onClick: () => page.store.change({ filter: toggled(page.state.filter, "classes", name) })
      };
      return choiceRow(attributes, content, "class-row", false);
    }
    function projectRow(project, most) {
      const { key } = project;
      const { name } = data.subjects[key];
      const said = [project.owner, className(project.class)].filter(Boolean).join(" · ");
      const value = project.investment || 0;
      const content = html`<span class="name">
        <span class="grow">${page.text(name)}</span><span class="figure">${page.numbers.investment(project)}</span>
      </span>
      ${bar2([{ value, colour: colour(project), pale: project.weak }], most)}
      <span class="meta">${said}</span>`;
      const attributes = { key, "data-key": key, onClick: () => page.open(key) };
      return choiceRow(attributes, content, "project-row", page.state.opened === key);
    }
    function heading(title, shown) {
      const invested = page.numbers.invested(shown);
      return html`<h2>${`${counted(page.say(title), shown.length)} · ${invested}`}</h2>`;
    }
    function byOwner(shown) {
      const weak = shown.filter((project) => project.weak);
      if (!weak.length) return null;
      const invested = page.numbers.invested(weak);
      const counts = `${page.numbers.projects(weak.length)} · ${invested}`;
      return html`<p class="meta" id="yz-by-owner">${`${page.say("by_owner")}${counts}`}</p>`;
    }
    return {
      title: { zh: "项目", en: "Projects" },
      layout: "map",
      layers: { zones: true, parks: false, projects: true, findings: false },
      keys: () => (data.order.project || []).filter((key) => isWanted(
        page.state,
        /** @type {Project} */
        byKey.get(key)
      )),
      list() {
        const most = Math.max(...data.classes.map((group2) => group2.investment || 0), 1);
        const largest2 = Math.max(...data.projects.map((project) => project.investment || 0), 1);
        const shown = data.projects.filter((project) => isWanted(page.state, project));
        const here = shown.filter((project) => project.located);
        const nowhere = shown.filter((project) => !project.located);
        return html`<h2>${page.say("classes")}</h2>
        <p class="meta hint">${page.say("classes_note")}</p>
        ${data.classes.map((group2) => classRow(group2, most))}
        ${here.length ? heading("located", here) : null}
        ${byOwner(here)}
        ${here.map((project) => projectRow(project, largest2))}
        ${nowhere.length ? html`<section class="unlocated" id="yz-unlocated">
              ${heading("unlocated", nowhere)}
              <p class="meta">${page.say("unlocated_note")}</p>
              ${nowhere.map((project) => projectRow(project, largest2))}
            </section>` : null}`;
      },
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
  var VIEWS = { overview, industries, projects, land, findings: findings2, parcels };

  // src/words/numbers.js
  function grouped(value, digits) {
    const rounded = digits === void 0 ? +value.toPrecision(10) : +value.toFixed(digits);
    const [whole, decimals] = String(rounded).split(".");
    const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return decimals ? `${groups}.${decimals}` : groups;
  }
  var ROUGH_SUM = 0.05;
  var SMALL_SUM = 0.01;
  function makeNumbers(page) {
    const chinese = () => page.lang === "zh";
    return {
      grouped,
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
      foreign(projects2) {
        const { currencies } = page.data.units;
        const sums = {};
        for (const { foreign, foreign_value } of projects2) {
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
      invested(projects2) {
        const known = projects2.flatMap(({ investment }) => investment ?? []);
        const isStated = projects2.some(({ investment, printed }) => printed || investment !== null);
        const notes = isStated ? this.untold(projects2) : [];
        const total = known.length || !projects2.length ? this.money(known.reduce((sum, value) => sum + value, 0)) : "—";
        if (!notes.length) return total;
        return chinese() ? `${total}（${notes.join("，")}）` : `${total} (${notes.join(", ")})`;
      },
      /** The sum of what is known in yuan to a tenth of 亿元, as a map has room for; "" where nothing is known. @param {Invested[]} projects */
      roughly(projects2) {
        const known = projects2.flatMap(({ investment }) => investment ?? []);
        const sum = known.reduce((whole, value) => whole + value, 0);
        if (!known.length) return "";
        if (sum < ROUGH_SUM) return this.money(sum);
        const more2 = projects2.length > known.length ? "+" : "";
        if (chinese()) return `${sum.toFixed(1)}${more2} 亿元`;
        return `${grouped(sum * page.data.units.m_yuan_per_100m, 0)}${more2} m yuan`;
      },
      /** @param {number} count */
      items: (count) => count + (chinese() ? " 项" : count === 1 ? " project" : " projects"),
      /** What a sum in yuan does not tell of its projects, as `project_money.remark` words it. @param {Invested[]} projects */
      untold(projects2) {
        const count = (is) => projects2.filter(is).length;
        const ranges = count(({ investment, is_range }) => is_range && investment !== null);
        const foreign = count((project) => project.foreign !== null);
        const bare2 = count(({ printed, investment, foreign: foreign2 }) => printed && investment === null && foreign2 === null);
        const silent = count(({ printed, investment }) => !printed && investment === null);
        const sums = this.foreign(projects2);
        const isSum = projects2.some(({ investment }) => investment !== null);
        const [other, more2] = isSum ? ["另 ", " more"] : ["", ""];
        const said = [
          [ranges, `其中 ${ranges} 个按区间下限计`, `of which ${ranges} by the lower end of a range`],
          [foreign, `${other}${foreign} 个以外币计：${sums}`, `${foreign}${more2} in foreign money: ${sums}`],
          [bare2, `${other}${bare2} 个未载单位`, `${bare2}${more2} without a unit`],
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
        const named2 = attributions.map(text).map((words2) => isShort ? words2.replace(LICENCE, "") : words2);
        if (data.ground && named2.length) named2[0] = say("ground_credit") + named2[0];
        if (!named2.length && !sources2.length) named2.push(say("no_sources"));
        return [say("sketch"), ...named2].join(" · ");
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
  var WIDE2 = "(min-width: 861px)";
  function makePage(leaflet, layers, tiles) {
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
        const { parcels: parcels2 } = store.get();
        return hasOwn(parcels2, key) ? parcels2[key] : null;
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
    const rows = document.querySelectorAll("#yz-list [data-key]");
    const row = [...rows].find((one) => one.dataset.key === from);
    if (title) title.focus({ preventScroll: true });
    else if (from) (row || byId("yz-list")).focus({ preventScroll: true });
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
      draw();
      whole.follow(state, before);
      page.measure.follow(state, before);
      page.basemaps.follow(state, before);
      limits.follow(state, before);
      page.map.follow(state, before);
      page.ground.follow(state, before);
      ornaments.follow(state, before);
      page.search.follow(state, before);
    });
    leaflet.on("zoomend", () => drawLegend2(page));
    drawLegend2(page);
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
