const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

/** Eight rows of the final height. */
export function RowsSkeleton() {
  return (
    <ol className="rows late" aria-busy="true">
      {ROWS.map((index) => (
        <li key={index} className="row" aria-hidden="true">
          <span />
          <span className="artbox s sk" />
          <div>
            <span className="sk line w50" />
            <span className="sk line w30" />
            <div className="bar" />
          </div>
          <div className="v"><span className="sk line w70" /></div>
        </li>
      ))}
    </ol>
  );
}
