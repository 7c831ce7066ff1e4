import type { ReactElement } from 'react';
import './overview.css';

/** The shape of the overview before its figures. */
export const OverviewSkeleton = (): ReactElement => (
  <div className="overview" aria-hidden="true">
    <div className="overview-left">
      <div className="sk" style={{ height: 28, width: '46%' }} />
      <div className="gauge-grid">
        {[1, 2, 3, 4, 5, 6, 7, 8].map((card) => (
          <div key={card} className="card" style={{ padding: '12px 14px' }}>
            <div style={{ display: 'flex', justifyContent: 'space-between' }}>
              <div className="sk" style={{ width: 110, height: 16 }} />
              <div className="sk" style={{ width: 56, height: 20 }} />
            </div>
            <svg width="100%" height={120} viewBox="0 0 220 120">
              <path d="M34 110a76 76 0 0 1 152 0" fill="none" stroke="#E6EBF0" strokeWidth={14} />
            </svg>
            <div className="sk" style={{ width: 150, height: 14, margin: '6px auto' }} />
            <div className="sk" style={{ height: 8, marginTop: 14 }} />
          </div>
        ))}
      </div>
    </div>
  </div>
);
